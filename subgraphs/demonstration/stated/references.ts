// The ids of the rows that stated facts refer to: each lives with the organization that decides it.
import { CoBuildingAgreement } from '../../cobuilding/agreement/co-building-agreement';
import { JointProject } from '../../cobuilding/joint-project/joint-project';
import { JointConference } from '../../conference/joint-conference/joint-conference';
import { specOf, type Class } from '../../kit/noun/spec';
import { Need } from '../../sharing/need/need';
import { facts, type Fact, type FactList } from '../facts';
import { homeOfKey, rowId, STREET } from '../rows';

/** The home of the first of these members that names an organization; the street keeps what names none. */
export function homeOf(fact: Fact, member: string): string {
  return homeOfKey(fact[member]) ?? STREET;
}

export function projectHome(project: Fact): string {
  return homeOf(project, 'leadOrganisationId');
}

export function projectId(id: unknown): string | null {
  return idIn('jointProjects', JointProject, id, projectHome);
}

/** The first party keeps an agreement. */
export function agreementHome(agreement: Fact): string {
  return homeOfKey((agreement.partyOrganisationIds as string[])[0]) ?? STREET;
}

export function agreementId(id: unknown): string | null {
  return idIn('agreements', CoBuildingAgreement, id, agreementHome);
}

export function needId(id: unknown): string | null {
  return idIn('needs', Need, id, (need) => homeOf(need, 'ownerOrganisationId'));
}

export function conferenceId(id: unknown): string | null {
  return idIn('jointConferences', JointConference, id, (conference) =>
    homeOf(conference, 'leadOrganisationId'),
  );
}

function idIn(list: FactList, noun: Class, id: unknown, home: (fact: Fact) => string): string | null {
  const fact = facts(list).find((each) => each.id === id);
  return fact ? rowId(home(fact), specOf(noun).kind, fact.id) : null;
}
