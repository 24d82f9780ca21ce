// What the sources state of agreements, of those who signed them and of their tasks. Without dates none has a state.
import { AgreementSignatory } from '../../cobuilding/agreement/agreement-signatory';
import { CoBuildingAgreement } from '../../cobuilding/agreement/co-building-agreement';
import { AgreementTask } from '../../cobuilding/agreement-task/agreement-task';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, stated, unitGroupOfKey, type Row } from '../rows';
import { partOf, withDoubts } from './doubts';
import { agreementHome, agreementId } from './references';

export function statedAgreementRows(): Row[] {
  return [
    ...facts('agreements').flatMap((fact) => [agreementRow(fact), ...signatoryRows(fact)]),
    ...facts('agreementTasks').map(taskRow),
  ];
}

function agreementRow(fact: Fact): Row {
  return stated(CoBuildingAgreement, agreementHome(fact), withDoubts(fact), {
    title: text(fact, 'title'),
    titleEn: text(fact, 'titleEn'),
    kind: text(fact, 'kind'),
    state: null,
    ownerStated: true,
    signedOn: text(fact, 'signedOn'),
    effectiveFrom: text(fact, 'effectiveFrom'),
    effectiveTo: text(fact, 'effectiveTo'),
    purpose: text(fact, 'purpose'),
    counterpartiesText: text(fact, 'counterparties'),
    statedCount: figure(fact, 'statedCount'),
    writtenAgreementStated: fact.writtenAgreementStated ?? null,
  });
}

/** No source says when a side signed, nor in which role. */
function signatoryRows(fact: Fact): Row[] {
  return (fact.partyOrganisationIds as string[]).map((party, i) =>
    stated(AgreementSignatory, agreementHome(fact), partOf(fact, `party.${i + 1}`), {
      agreementId: agreementId(fact.id),
      organizationId: homeOfKey(party),
      unitGroupId: unitGroupOfKey(party),
    }),
  );
}

function taskRow(fact: Fact): Row {
  const agreement = facts('agreements').find(({ id }) => id === fact.agreementId)!;
  return stated(AgreementTask, agreementHome(agreement), withDoubts(fact), {
    agreementId: agreementId(agreement.id),
    text: text(fact, 'text'),
    textEn: text(fact, 'textEn'),
    state: null,
    dueOn: text(fact, 'dueOn'),
  });
}
