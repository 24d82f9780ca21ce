// Tells of a text whether it is about a vulnerable group, whose small figures could be told one by one.

const GROUPS =
  /残疾|伤残|盲人|聋哑|聋人|智障|精神障碍|自闭|孤独症|低保|低收入|特困|困境|困难(?:群众|家庭|居民|党员|职工|儿童|老人|学生|户)|贫困|孤儿|留守|独居|孤寡|空巢|失独|失能|失智|高龄|病人|患者|重病|大病|艾滋|戒毒|吸毒|刑满|社区矫正|单亲|流浪|乞讨|优抚|家暴|救助对象|disabled|disabilit|orphan|living alone|patients|in need|low-income/i;

export function isAboutVulnerableGroup(text: string): boolean {
  return GROUPS.test(text);
}
