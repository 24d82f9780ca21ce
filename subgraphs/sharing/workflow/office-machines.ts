// What may be done with liaison offices and volunteer teams, by the organization whose they are.
import { createMachine } from '../../kit/workflow/machine';
import { owner } from '../../kit/workflow/role';
import { LiaisonOffice } from '../liaison-office/liaison-office';
import { VolunteerTeam } from '../volunteer-team/volunteer-team';

const who = [owner];
const OFFICE = ['title', 'officePhone', 'fullTime', 'validUntil'] as const;
const TEAM = ['name', 'direction', 'headcount', 'teamCount', 'resourceId'] as const;

export const liaisonOfficeMachine = createMachine<LiaisonOffice>(LiaisonOffice, {
  creations: {
    reportLiaisonOffice: {
      description: '报送联络岗位；只写岗位，不写姓名。 Reports a liaison office; an office, never a name.',
      who,
      takes: OFFICE,
      change: ({ today }) => ({ reportedOn: today }),
    },
  },
  transitions: {
    updateLiaisonOffice: {
      description:
        '更新联络岗位；不再使用的写明有效期。 Changes a liaison office; one that ends gets its last day.',
      who,
      takes: OFFICE,
      change: ({ today }) => ({ reportedOn: today }),
    },
  },
});

export const volunteerTeamMachine = createMachine<VolunteerTeam>(VolunteerTeam, {
  creations: {
    createVolunteerTeam: {
      description: '登记志愿队伍；只记人数。 Enters a volunteer team; its head count only.',
      who,
      takes: TEAM,
    },
  },
  transitions: {
    updateVolunteerTeam: { description: '修改志愿队伍。 Changes a volunteer team.', who, takes: TEAM },
  },
});
