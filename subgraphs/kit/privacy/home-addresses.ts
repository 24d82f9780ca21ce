// Finds addresses of homes; those of organizations and venues are none, nor are buildings and streets as a whole.
import { spansOf } from './spans';
import type { Span } from './finding';

const GAP = '[\\s,，]{0,2}';
const NO = '[0-9十百]{1,5}';
const BUILDING = `(?:[0-9十百A-Za-z]{1,4}(?:号楼|号院|栋|幢|座|舍|斋|弄|区|#楼?|楼|号))`;
const UNIT = `(?:[0-9十甲乙丙A-Za-z]{1,2}(?:单元|门|梯))`;
const FLOOR = `(?:${NO}(?:楼|层))`;
const KINDS_OF_ROOM = '会议|活动|办公|教|诊|展|阅|接待|报告|多功能|图书|培训|号?窗口';
const ROOM = `(?:${NO}(?:号?(?:室|房|户)|号)?(?!\\d|${KINDS_OF_ROOM}|元|人|层|年|月|天|%)|[东南西北中][户室])`;
const ESTATE = '(?:[苑园村里庭府城湾居寓坊邸庄院]|小区|花园|新村|公寓|家园)';
const STREET = '(?:[路街巷弄道]|胡同|大街|里弄)';

const DWELLINGS = [
  `${BUILDING}${GAP}${UNIT}${GAP}${FLOOR}?${GAP}${ROOM}`,
  `${BUILDING}${GAP}${BUILDING}${GAP}${UNIT}?${GAP}[0-9]{3,4}(?:室|房|户|号)?(?![0-9]|${KINDS_OF_ROOM})`,
  `[0-9A-Za-z]{1,3}(?:栋|幢|座|舍|号楼|#)${GAP}[0-9]{3,4}(?:室|房间?|户|号)?(?![0-9]|${KINDS_OF_ROOM}|元|人|年)`,
  `${ESTATE}${GAP}[0-9]{1,3}(?:#|号楼?|栋|幢)?-(?:[0-9]{1,2}-)?[0-9]{3,4}(?![0-9-])`,
  `[0-9]{1,3}#-?[0-9]{1,2}-[0-9]{3,4}(?![0-9-])`,
  `[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?=号?[室户房]|住户|家|的?(?:老人|居民|业主|租户|独居))`,
  `[0-9]{1,2}单元${GAP}[0-9]{3,4}(?:室|户|号)?(?![0-9年人元]|${KINDS_OF_ROOM})`,
  `[0-9]{1,3}排[0-9]{1,3}号`,
  `[0-9]{1,5}弄${GAP}(?:[0-9]{1,4}号${GAP})?[0-9]{1,4}室`,
  `[村屯庄寨]\\p{Script=Han}{0,4}[0-9十]{1,3}[组队社][0-9十百]{1,4}号`,
];
const LIVING =
  '家住|住在|居住[于在]|居住地址?|现住址?|现居住?地?址?|住址|家庭地址|户籍地?址?|户籍所在地|租住[于在]?|暂住|寄住|老家|家在';
const NUMBERED = `[0-9十百A-Za-z](?:号|室|栋|幢|弄|户|组|座|-[0-9])`;
const LIVES_THERE = new RegExp(
  `(?:${LIVING})[^。；;！!？?]{0,30}?${NUMBERED}[^。；;，,、！!？?\\s]{0,12}`,
  'gu',
);
/** A visit to a household: its number in a street, and somebody at home there. */
const HOUSEHOLD =
  '家中|家里|(?<![商农国专用厂店窗门百作画名管大私])[家户](?![电具园庭属访长政外装])|住户|老人|奶奶|爷爷|大爷|大妈|阿姨|后院|[东西南北]屋|平房';
const AT_HOME = new RegExp(
  `${STREET}(?:甲|乙|附)?${NO}号(?:院|附${NO}号)?[^。；;，,！!？?\\s0-9]{0,6}?(?:${HOUSEHOLD})`,
  'gu',
);
const ENGLISH =
  /\b(?:room|apartment|apt|flat|suite)\.?\s?(?:no\.?\s?)?[0-9]{2,4}[A-Z]?,?\s(?:(?:unit|entrance|floor|door)\s?[0-9]+,?\s)?(?:building|block|tower|bldg)\.?\s?[0-9A-Z]+\b(?!,?\s(?:[A-Za-z-]+\s){0,4}(?:centre|center|hall|office|school|hospital|university|company|bank|library))/gi;

const DWELLING = new RegExp(DWELLINGS.map((each) => `(?:${each})`).join('|'), 'gu');

const ORGANIZATION =
  '会议|活动|办公|教室|教学|诊室|门诊|展厅|阅览|图书|报告厅|服务|中心|工作站|居委会|村委会|街道办|党支部|党委|机关|大厦|写字楼|广场|商场|银行|事务所|公司|商[铺户]|门面|窗口|医院|学校|小学|中学|大学|学院|幼儿园|驿站|书屋|书院|卫生[室院]|食堂|业委会|仓库|基地|工作室|派出所|集团|酒店|宾馆|园区|公共|健身|党群|志愿';
const BECOMES = '(?:的)?(?:改为|作为|用作|为|是|设|系|[（(：:])';
const AFTER = new RegExp(
  `^(?:室|房)?(?:${BECOMES}\\p{Script=Han}{0,6}?|\\p{Script=Han}{0,2})(?:${ORGANIZATION})`,
  'u',
);
const BEFORE = new RegExp(
  `(?:${ORGANIZATION})(?:室|楼|院|所|站|厅)?(?:地址|位于|设在|在|[（(：:])?\\s?$`,
  'u',
);
const SOMEBODYS = /住户|居民|独居|老人|家中|家庭|租户|业主|户主|阿姨|大爷|大妈|奶奶|爷爷|残疾|低保|resident/i;

/** `digits` has Chinese digits as 0 to 9. */
export function findHomeAddresses(digits: string): Span[] {
  const dwellings = spansOf(DWELLING, digits).filter((span) => !isOrganizations(digits, span));
  return [
    ...dwellings,
    ...spansOf(LIVES_THERE, digits),
    ...spansOf(AT_HOME, digits),
    ...spansOf(ENGLISH, digits),
  ];
}

/** What stands right before or after says that an organization is there, and nothing that somebody lives there. */
function isOrganizations(digits: string, { start, end }: Span): boolean {
  const after = digits.slice(end, end + 16).split(/[，。；,;！!]/)[0]!;
  if (SOMEBODYS.test(after)) return false;
  return (
    AFTER.test(after) ||
    BEFORE.test(digits.slice(Math.max(0, start - 16), start).replace(/[0-9A-Za-z]+$/, ''))
  );
}
