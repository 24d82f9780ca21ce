// What the sources state of pairings of organizations or offices with communities.
import {
  OrganizationPairing,
  type PairingKind,
} from '../../cobuilding/organization-pairing/organization-pairing';
import { Office } from '../../cobuilding/office/office';
import { specOf } from '../../kit/noun/spec';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, rowId, stated, type Row } from '../rows';
import { withDoubts } from './doubts';
import { homeOf } from './references';

export function statedPairingRows(): Row[] {
  return facts('pairings').map(pairingRow);
}

const KINDS: Record<string, keyof typeof PairingKind> = {
  'pair.keqiao.leaders': 'OFFICE_WITH_COMMUNITY',
  'pair.keqiao.depts': 'UNIT_WITH_COMMUNITY',
  'pair.moulu': 'MIXED',
};

/** 县委常委联系社区 is stated as a pairing and as an office. */
const OFFICES: Record<string, string> = { 'pair.keqiao.leaders': 'role.county' };

function pairingRow(fact: Fact): Row {
  const home = homeOf(fact, 'leadOrganisationId');
  const office = OFFICES[fact.id];
  return stated(OrganizationPairing, home, withDoubts(fact), {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    kind: KINDS[fact.id],
    leadId: homeOfKey(fact.leadOrganisationId),
    counterpartText: text(fact, 'counterpart'),
    statedPairs: figure(fact, 'statedPairs'),
    officeId: office ? rowId(home, specOf(Office).kind, office) : null,
  });
}
