// A pairing of organizations, or of an office with a community. Pairings of persons are not kept.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, UnitGroup } from '../contract';
import { Office } from '../office/office';

export const PairingKind = createChoice('PairingKind', '结对的种类。 Kind of a pairing.', {
  UNIT_WITH_COMMUNITY: '单位、部门结对社区。 An organization with a community.',
  OFFICE_WITH_COMMUNITY: '领导岗位联系社区。 A leading office with a community.',
  MIXED: '两类合计，来源未分开。 Both kinds, not told apart by the source.',
});

@Noun({
  contract: cobuilding,
  kind: 'organization-pairing',
  singular: 'organizationPairing',
  plural: 'organizationPairings',
  description: '结对：单位或领导岗位与社区；不记个人结对。 A pairing of an organization or office with a community; never of persons.',
  order: 'name',
})
export class OrganizationPairing extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Choice(() => PairingKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof PairingKind;

  @Foreign(() => Organization, '牵头单位。 The organization that leads.', {
    dimension: true,
    inverse: { field: 'ledPairings', description: '本单位牵头的结对，在各家。 Pairings that this organization leads, anywhere.' },
  })
  leadId!: string | null;

  @Foreign(() => Organization, '对方单位；未列名为空。 The counterpart; null when it is not named.', {
    inverse: { field: 'counterpartPairings', description: '以本单位为对方的结对，在各家。 Pairings with this organization as the counterpart, anywhere.' },
  })
  counterpartId!: string | null;

  @Text('来源所述的对方。 The counterpart as the source words it.', { max: 200 })
  counterpartText!: string | null;

  @Foreign(() => UnitGroup, '对方是一组未列名的单位。 The counterpart is a group of unnamed units.', { filter: true })
  unitGroupId!: string | null;

  @Local(() => Office, '联系的岗位。 The office that is linked.', {
    inverse: { field: 'pairings', description: '此岗位的结对。 Pairings of this office.' },
  })
  officeId!: string | null;

  @Whole('来源所述对数。 Number of pairs as stated.')
  statedPairs!: number | null;

  @DayOf('自此日起。 From.', { filter: true, order: true })
  validFrom!: string | null;

  @DayOf('至此日止。 To.', { filter: true })
  validTo!: string | null;
}
