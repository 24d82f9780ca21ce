// An organization that holds an activity together with its host.
import { Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, UnitGroup } from '../contract';
import { JointActivity } from './joint-activity';

@Noun({
  contract: cobuilding,
  kind: 'activity-partner',
  singular: 'activityPartner',
  plural: 'activityPartners',
  description: '活动的共办、协办单位。 An organization that holds an activity together with its host.',
  order: 'updatedAt',
})
export class ActivityPartner extends Record {
  @Local(() => JointActivity, '活动。 The activity.', {
    required: true,
    inverse: { field: 'partners', description: '共办、协办单位。 Its partners.' },
  })
  activityId!: string;

  @Foreign(() => Organization, '单位。 The organization.', {
    inverse: { field: 'activityPartnerships', description: '本单位共办、协办的活动，在各家。 Activities that this organization helps to hold, anywhere.' },
  })
  organizationId!: string | null;

  @Foreign(() => UnitGroup, '一组未列名的单位。 A group of unnamed units.', { filter: true })
  unitGroupId!: string | null;

  @Text('分工，例如“协办”“支持”。 Its part, e.g. co-host or supporter.', { max: 100 })
  roleText!: string | null;
}
