// Something that an activity needs: a venue, a team, chairs. What is missing is derived.
import { Field, Int } from 'type-graphql';
import { createChoice } from '../../kit/noun/choice';
import { Choice, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, ResourceCategory, SharedResource } from '../contract';
import { JointActivity } from './joint-activity';
import { missingOf, unmetIs } from './unmet';

export const RequirementKind = createChoice('RequirementKind', '活动所需之物的种类。 Kind of thing that an activity needs.', {
  VENUE: '场地。 A venue.',
  EQUIPMENT: '设备。 Equipment.',
  MATERIAL: '物资。 Material.',
  SERVICE: '专业服务。 A professional service.',
  TEAM: '队伍。 A team.',
  VOLUNTEERS: '志愿者（只计人数）。 Volunteers, by headcount only.',
});

@Noun({
  contract: cobuilding,
  kind: 'activity-requirement',
  singular: 'activityRequirement',
  plural: 'activityRequirements',
  description: '活动的需要：要多少、已落实多少。 What an activity needs: how much, and how much is settled.',
  order: 'kind',
  terms: {
    unmet: {
      type: () => Boolean,
      description: '是否还有缺口：已落实的少于所需。 Whether something is missing: less is settled than needed.',
      where: (unmet: boolean, alias) => unmetIs(unmet, alias),
    },
  },
})
export class ActivityRequirement extends Record {
  @Local(() => JointActivity, '活动。 The activity.', {
    required: true,
    dimension: true,
    inverse: { field: 'requirements', summary: 'requirementSummary', description: '所需之物。 What it needs.' },
  })
  activityId!: string;

  @Choice(() => RequirementKind, '种类。 Kind.', { required: true, filter: true, order: true, dimension: true })
  kind!: keyof typeof RequirementKind;

  @Foreign(() => ResourceCategory, '类别（与资源共用，便于匹配）。 Category, shared with resources so that they can be matched.', { filter: true, dimension: true })
  categoryId!: string | null;

  @Text('内容。 What is needed.', { required: true, max: 200 })
  text!: string;

  @Whole('所需数量。 Quantity needed.', { required: true })
  quantityNeeded!: number;

  @Whole('已落实的数量；尚无为 0。 Quantity settled; 0 while there is none.', { required: true })
  quantityMet!: number;

  @Text('数量的单位。 Unit of measure of the quantity.', { max: 40 })
  unitOfMeasure!: string | null;

  @Foreign(() => Organization, '提供单位。 The organization that provides it.', { filter: true })
  providerId!: string | null;

  @Foreign(() => SharedResource, '所用的共享资源。 The shared resource that meets it.')
  resourceId!: string | null;

  @Field(() => Int, { nullable: true, description: '缺口：所需减已落实，不小于 0(推算)。 What is missing: needed less settled, never below 0; derived.' })
  missing(): number {
    return missingOf(this);
  }
}
