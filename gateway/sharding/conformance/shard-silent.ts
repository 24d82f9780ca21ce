// A shard that is examined and does not answer: why, and what its operator can do about it.
import type { Sentence } from '../../../schema/codes';
import type { Silence } from '../transport';

export class ShardSilent extends Error {
  override readonly name = 'ShardSilent';

  constructor(
    readonly why: Silence,
    readonly sentence: Sentence = sentenceOf(why),
  ) {
    super(sentence.en);
  }
}

function sentenceOf(why: Silence): Sentence {
  if (why === 'unrecognized') return UNRECOGNIZED;
  return {
    zh: `分片没有应答（${why}）；请确认它已启动，地址无误。`,
    en: `The shard did not answer (${why}); is it up, and is its address right?`,
  };
}

const UNRECOGNIZED: Sentence = {
  zh: '分片只答复由它信任者签名的请求（401）；检查者的签名不在其中，或者分片的名称、时钟不符。',
  en: 'The shard answers only what somebody whom it trusts has signed (401); the examiner is not among them, or the shard has another name or clock.',
};
