// Finds names of China's peoples that are written by sound, such as those with a dot between their parts.
import { spansOf } from '../spans';
import type { Span } from '../finding';

const SOUNDS =
  '[阿艾安巴白拜布达迪丁东尔尕古哈海吉江卡凯肯库拉兰勒里丽林马麦买米姆木穆纳娜尼努帕普其奇恰热瑞赛沙苏斯塔台提图吐托瓦维乌西夏亚依伊玉扎孜祖卓玛才仁旦增多杰桑次央金格萨曲措顿珠加洛德平罗旺堆索朗尖参力莎吾甫汗合再乃比夫什]';
const DOTTED = new RegExp(`${SOUNDS}{2,8}[·•・]${SOUNDS}{2,8}`, 'gu');

export function findTransliterated(plain: string): Span[] {
  return spansOf(DOTTED, plain);
}
