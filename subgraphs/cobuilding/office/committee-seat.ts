// A seat that a stationed organization holds in a community's branch committee.
import { DayOf, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record } from '../contract';
import { Office } from './office';

@Noun({
  contract: cobuilding,
  kind: 'committee-seat',
  singular: 'committeeSeat',
  plural: 'committeeSeats',
  description: '兼职委员席位：驻区单位在社区党组织班子里的一席；不记人名。 A seat of a stationed organization in the committee of a community branch; never who holds it.',
  order: 'validFrom',
})
export class CommitteeSeat extends Record {
  @Foreign(() => Organization, '席位所在的党组织；来源未说明为空。 The branch whose committee it is; null when the source does not say.', {
    dimension: true,
    inverse: { field: 'committeeSeats', description: '本组织班子里的单位席位，在各家。 Seats of other organizations in this committee, anywhere.' },
  })
  bodyId!: string | null;

  @Foreign(() => Organization, '占有席位的单位；未列名为空。 The organization that holds the seat; null when it is not named.', {
    inverse: { field: 'heldCommitteeSeats', description: '本单位占有的席位，在各家。 Seats that this organization holds, anywhere.' },
  })
  organizationId!: string | null;

  @Local(() => Office, '岗位。 The office.', {
    inverse: { field: 'committeeSeats', description: '此岗位的席位。 Seats of this office.' },
  })
  officeId!: string | null;

  @Text('席位名称。 Title of the seat.', { max: 100 })
  title!: string | null;

  @Whole('来源所述席位数。 Number of seats as stated.')
  statedCount!: number | null;

  @Flag('数目在来源中被遮盖。 The number is masked in the source.', { required: true })
  masked!: boolean;

  @DayOf('自此日起。 From.', { filter: true, order: true })
  validFrom!: string | null;

  @DayOf('至此日止。 To.', { filter: true })
  validTo!: string | null;
}
