// Finds names in Latin letters: Chinese ones in pinyin, and whoever is called Mr. or Ms.
import { spansOf } from '../spans';
import type { Span } from '../finding';

const SURNAMES =
  'Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Gao|Luo|Zheng|Liang|Xie|Song|Tang|Deng|Feng|Han|Cao|Zeng|Peng|Xiao|Cai|Pan|Tian|Dong|Yuan|Yu|Ye|Jiang|Du|Su|Wei|Cheng|Lu|Lv|Ding|Ren|Yao|Shen|Zhong|Cui|Tan|Lai|Wen|Fan|Fang|Shi|Xiong|Jin|Jia|Dai|Qin|Gu|Hou|Shao|Meng|Long|Wan|Duan|Qian|Yin|Yan|Lei|Qiao|Gong|Qiu|Hao|Bai|Kong|Mao|Chang|Kang|Ouyang|Sima|Zhuge|Shangguan';
const SYLLABLE =
  '(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|a|o|e|i|u|v)';
const GIVEN = `[A-Z](?:[a-z]{0,5})(?:[-' ]?[A-Za-z][a-z]{0,5})?`;
const THING =
  '(?:Road|Rd|Street|St|Avenue|Ave|Lane|District|Town|Village|Community|Subdistrict|City|County|Province|Park|Garden|Gardens|Square|School|University|Hospital|Bank|Company|Group|Store|Shop|Hotel|River|Lake|Mountain|Bridge|Station|Building|Plaza|Centre|Center|Branch|Property)\\b';
const PINYIN = new RegExp(`\\b(?:${SURNAMES})\\s${GIVEN}\\b(?!\\s${THING})`, 'g');
const REVERSED = new RegExp(`\\b${GIVEN}\\s(?:${SURNAMES})\\b(?!\\s${THING})`, 'g');
const ADDRESSED = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?/g;
const IS_PINYIN = new RegExp(`^(?:${SYLLABLE}[-' ]?){1,2}$`, 'i');

export function findRomanizedNames(plain: string): Span[] {
  const whole = (span: Span) => plain.slice(span.start, span.end);
  const forwards = spansOf(PINYIN, plain).filter((span) => IS_PINYIN.test(whole(span).replace(/^\S+\s/, '')));
  const reversed = spansOf(REVERSED, plain).filter((span) =>
    IS_PINYIN.test(whole(span).replace(/\s\S+$/, '')),
  );
  return [...forwards, ...reversed, ...spansOf(ADDRESSED, plain)];
}
