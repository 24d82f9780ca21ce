// What the sources state of joint projects, of the communities that they concern and of what was given to them.
import { JointProject } from '../../cobuilding/joint-project/joint-project';
import { ProjectCommunity } from '../../cobuilding/joint-project/project-community';
import { MoneyAmount } from '../../kit/noun/money-amount';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, stated, type Row } from '../rows';
import { contributionRows, fen, fundingShareRows, givenTo } from './contribution-rows';
import { partOf, withDoubts } from './doubts';
import { periodOf } from './period';
import { agreementId, conferenceId, needId, projectHome, projectId } from './references';

export function statedProjectRows(): Row[] {
  return facts('jointProjects').flatMap((fact) => [
    projectRow(fact),
    ...communityRows(fact),
    ...contributionRows(fact),
    ...fundingShareRows(fact),
  ]);
}

function projectRow(fact: Fact): Row {
  const planned = fact.status === 'PLANNED';
  const period = periodOf(fact);
  return stated(JointProject, projectHome(fact), withDoubts(fact), {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    leadId: homeOfKey(fact.leadOrganisationId),
    ownerStated: fact.leadOrganisationId != null,
    state: null,
    statedStatus: text(fact, 'status'),
    parentId: projectId(fact.parentProjectId),
    planned: planned ? totalOf(fact) : MoneyAmount.none(),
    plannedIsEstimate: fact.totalIsEstimate === true,
    invested: planned ? MoneyAmount.none() : totalOf(fact),
    startingLine: MoneyAmount.none(),
    saved: fact.savedMasked === true ? MoneyAmount.masked() : MoneyAmount.none(),
    fundingScheme: text(fact, 'fundingScheme'),
    ...quantityOf(fact),
    durationText: text(fact, 'durationText'),
    periodText: period.text,
    startsOn: period.start,
    endsOn: period.end,
    periodBasis: period.basis,
    statedCommunities: figure(fact, 'communities'),
    statedCompounds: figure(fact, 'compounds'),
    needId: needId(fact.needId) ?? needId(needNaming(fact)),
    agreementId: agreementId(fact.agreementId),
    conferenceId: conferenceId(fact.conferenceId),
    feedback: text(fact, 'feedback'),
  });
}

/** A mask stands for the quantity where the fact has one, and else for the money. */
function totalOf(fact: Fact): MoneyAmount {
  const total = figure(fact, 'totalAmountYuan');
  if (total !== null) return fen(total);
  if (fact.masked === true && !('quantity' in fact)) return MoneyAmount.masked();
  return givenTo(fact).some(({ kind }) => kind === 'MONEY') ? MoneyAmount.unstated() : MoneyAmount.none();
}

function quantityOf(fact: Fact) {
  return {
    quantity: figure(fact, 'quantity') ?? figure(fact, 'quantityAtLeast'),
    unitOfMeasure: text(fact, 'unit'),
    quantityIsMinimum: fact.quantityAtLeast != null,
    quantityMasked: fact.masked === true && 'quantity' in fact,
  };
}

/** Some needs name their project where the project does not name its need. */
function needNaming(project: Fact): string | undefined {
  return facts('needs').find((need) => need.projectId === project.id)?.id;
}

function communityRows(fact: Fact): Row[] {
  return ((fact.communityIds ?? []) as string[]).map((community, i) =>
    stated(ProjectCommunity, projectHome(fact), partOf(fact, `community.${i + 1}`), {
      projectId: projectId(fact.id),
      organizationId: homeOfKey(community),
    }),
  );
}
