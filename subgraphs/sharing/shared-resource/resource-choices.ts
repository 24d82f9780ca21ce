// The kinds and states of a shared resource.
import { createChoice } from '../../kit/noun/choice';

export const ResourceKind = createChoice('ResourceKind', '资源的种类。 Kind of a resource.', {
  VENUE: '场地。 A venue.',
  EQUIPMENT: '设备。 Equipment.',
  FACILITY: '设施。 A facility.',
  TRAINING_FACILITY: '培训场所（市民学校等）。 A place for training, such as a citizens school.',
  LAND: '土地。 Land.',
  PUBLICITY: '宣传载体。 A medium of publicity.',
  TEAM: '队伍。 A team.',
  SERVICE: '专业服务。 A professional service.',
  SERVICE_CHANNEL: '服务渠道（热线等）。 A channel of service, such as a hotline.',
});

export const ResourceState = createChoice('ResourceState', '资源的状态。 State of a resource.', {
  DRAFT: '草稿。 Draft.',
  LISTED: '开放。 Listed: open to others.',
  PAUSED: '暂停开放。 Paused.',
  WITHDRAWN: '撤回。 Withdrawn.',
});

export const HolidayRule = createChoice('HolidayRule', '节假日是否开放。 Whether the resource is open on public holidays.', {
  OPEN: '照常开放。 Open as usual.',
  CLOSED: '不开放。 Closed.',
  BY_ARRANGEMENT: '另行商定。 By arrangement.',
});
