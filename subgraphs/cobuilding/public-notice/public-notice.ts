// A public notice: that a project was approved, what came of it, a pledge, the accounts.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { cobuilding, Record } from '../contract';
import { JointProject } from '../joint-project/joint-project';
import { Pledge } from '../pledge/pledge';

export const NoticeKind = createChoice('NoticeKind', '公示的种类。 Kind of a public notice.', {
  APPROVAL: '立项公示。 That a project was approved.',
  RESULT: '结果公示（完成、出资与开支）。 The result: what was done, given and spent.',
  PLEDGE: '承诺公示。 A pledge.',
  ACCOUNTS: '账目公示。 The accounts.',
});

@Noun({
  contract: cobuilding,
  kind: 'public-notice',
  singular: 'publicNotice',
  plural: 'publicNotices',
  description: '公示：何事、何时、贴在何处。 A public notice: of what, when and where it is posted.',
  order: 'postedOn DESC',
  owned: { field: 'publicNotices', summary: 'publicNoticeSummary', description: '本单位的公示。 Public notices of this organization.' },
})
export class PublicNotice extends Record {
  @Text('标题。 Title.', { required: true, max: 200 })
  title!: string;

  @Choice(() => NoticeKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof NoticeKind;

  @Local(() => JointProject, '所公示的项目。 The project it is about.', {
    inverse: { field: 'notices', description: '公示。 Public notices about it.' },
  })
  projectId!: string | null;

  @Local(() => CoBuildingAgreement, '所公示的协议。 The agreement it is about.', {
    inverse: { field: 'notices', description: '公示。 Public notices about it.' },
  })
  agreementId!: string | null;

  @Local(() => Pledge, '所公示的承诺。 The pledge it is about.', {
    inverse: { field: 'notices', description: '公示。 Public notices about it.' },
  })
  pledgeId!: string | null;

  @DayOf('张贴日期；来源未说明为空。 Posted on; null when the source does not say.', { filter: true, order: true })
  postedOn!: string | null;

  @DayOf('公示至。 Posted until.')
  postedUntil!: string | null;

  @Text('位置。 Where it is posted.', { max: 200 })
  place!: string | null;
}
