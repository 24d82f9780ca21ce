// What the sources state of resources, needs, teams, liaison offices and annual plans.
import { AnnualPlan } from '../../sharing/annual-plan/annual-plan';
import { PlanMeasure } from '../../sharing/annual-plan/plan-measure';
import { LiaisonOffice } from '../../sharing/liaison-office/liaison-office';
import { Need } from '../../sharing/need/need';
import { SharedResource } from '../../sharing/shared-resource/shared-resource';
import { VolunteerTeam } from '../../sharing/volunteer-team/volunteer-team';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, rowId, stated, STREET, unitGroupOfKey, type Row } from '../rows';
import { projectId } from './references';

export function statedSharingRows(): Row[] {
  return [...facts('resources').map(resourceRow), ...facts('resources').filter(isTeam).map(teamRow), ...facts('needs').map(needRow), liaisonRow(), ...planRows()];
}

/** The owner of a fact; the street keeps what has none. */
function ownerOf(fact: Fact): string {
  return homeOfKey(fact.ownerOrganisationId) ?? STREET;
}

function resourceRow(fact: Fact): Row {
  return stated(SharedResource, ownerOf(fact), fact, {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    kind: text(fact, 'kind'),
    ownerStated: fact.ownerOrganisationId != null,
    unitGroupId: unitGroupOfKey(fact.ownerOrganisationId),
    exclusive: fact.kind === 'VENUE',
    revocable: false,
    openingText: text(fact, 'openingText'),
    statedQuantity: figure(fact, 'statedQuantity') ?? figure(fact, 'statedTeams'),
    statedAreaM2: figure(fact, 'statedAreaM2') ?? figure(fact, 'statedAreaM2AtLeast'),
    statedAreaIsMinimum: fact.statedAreaM2AtLeast != null,
    categoryId: categoryOf(fact),
    tags: [],
  });
}

/** The category that resources and needs share, by kind. */
const CATEGORY_OF_KIND: Record<string, string> = {
  VENUE: 'venue',
  EQUIPMENT: 'equipment',
  FACILITY: 'facility',
  TRAINING_FACILITY: 'training',
  LAND: 'land',
  PUBLICITY: 'publicity',
  TEAM: 'volunteers',
  SERVICE_CHANNEL: 'services',
};

function categoryOf(fact: Fact): string {
  return rowId(STREET, 'resource-category', `category:${CATEGORY_OF_KIND[String(fact.kind)]}`);
}

function isTeam(fact: Fact): boolean {
  return fact.kind === 'TEAM';
}

function teamRow(fact: Fact): Row {
  const home = ownerOf(fact);
  return stated(VolunteerTeam, home, fact, {
    name: text(fact, 'name'),
    headcount: figure(fact, 'statedHeadcount'),
    teamCount: figure(fact, 'statedTeams'),
    resourceId: rowId(home, 'resource', fact.id),
  });
}

function needRow(fact: Fact): Row {
  return stated(Need, ownerOf(fact), fact, {
    text: text(fact, 'text'),
    textEn: text(fact, 'textEn'),
    state: fact.outcome === 'RESOLVED' ? 'CLOSED' : null,
    outcome: text(fact, 'outcome'),
    ownerStated: fact.ownerOrganisationId != null,
    elapsedText: text(fact, 'elapsedText'),
    projectId: projectId(fact.projectId),
  });
}

/** 各共建单位党组织落实专职联络员: the rule is stated for the members of Chunhui's conference, no unit is named. */
function liaisonRow(): Row {
  const office = facts('offices').find(({ id }) => id === 'role.liaison')!;
  return stated(LiaisonOffice, 'chunhui-branch', office, { title: text(office, 'title'), fullTime: true, note: '原文要求各共建单位党组织落实,未列单位名' });
}

function planRows(): Row[] {
  const conference = facts('jointConferences').find(({ id }) => id === 'conf.chunhui')!;
  const task = facts('agreementTasks').find(({ id }) => id === 'task.ch.4')!;
  const plan = stated(AnnualPlan, 'chunhui-branch', { ...conference, id: 'plan.chunhui' }, { title: '年度工作计划和推进措施', year: null });
  const measures = facts('agreementTasks').filter(({ agreementId, id }) => agreementId === 'agr.chunhui' && id !== task.id);
  return [
    plan,
    ...measures.map((measure, i) =>
      stated(PlanMeasure, 'chunhui-branch', measure, { planId: plan.values.id, number: i + 1, text: text(measure, 'text') }),
    ),
  ];
}
