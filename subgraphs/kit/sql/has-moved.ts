// Said of a home whose rows are not at this shard any more, or not yet: never an empty answer.
import { quote, refuse } from '../../../schema/codes';

export function hasMoved(home: string) {
  return refuse('HOME_UNAVAILABLE', {
    zh: `单位 ${quote(home)} 的数据已迁往另一服务；请按最新的分片表询问。`,
    en: `The rows of ${quote(home)} have moved to another service; ask by the newest list of shards.`,
  });
}
