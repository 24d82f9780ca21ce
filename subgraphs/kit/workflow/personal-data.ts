// How a mutation answers where its texts hold personal data: refused, or held until the office confirms that it is none.
import { Field, Int, ObjectType, Directive } from 'type-graphql';
import { quote } from '../../../schema/codes';
import { createChoice } from '../noun/choice';
import type { Finding } from '../privacy/finding';
import { Refusal, RefusalType, refusalOf } from './refusal';

export const PersonalDataKind = createChoice('PersonalDataKind', '个人信息的种类。 Kind of personal data.', {
  ID_NUMBER: '证件号码。 Number of an identity paper.',
  MOBILE_NUMBER: '手机号码。 Mobile number.',
  HOME_ADDRESS: '住址。 Address of a home.',
  PERSONAL_NAME: '可能是人名。 Possibly a name of a person.',
});

@Directive('@shareable')
@ObjectType({
  description:
    '一处个人信息：在哪里、是哪一种、应怎样写；不含原文。 One place with personal data: where it stands, its kind and what to write instead; never the words themselves.',
  simpleResolvers: true,
})
export class PersonalDataHit {
  @Field(() => String, { description: '输入字段，例如 purpose。 The input field, e.g. purpose.' })
  field!: string;

  @Field(() => PersonalDataKind, { description: '种类。 Kind.' })
  kind!: keyof typeof PersonalDataKind;

  @Field(() => Int, { description: '首字的位置，从 0 数。 Its first character, from 0, in code points.' })
  start!: number;

  @Field(() => Int, { description: '末字之后的位置。 The character after its last.' })
  end!: number;

  @Field(() => String, { description: '应怎样写。 What to write instead.' })
  instead!: string;
}

@RefusalType('含个人信息，不予保存。 The texts hold personal data; nothing was stored.')
export class PersonalData extends Refusal {
  @Field(() => [PersonalDataHit], { description: '各处，最多 20 处。 The places, 20 at most.' })
  hits!: readonly PersonalDataHit[];
}

@RefusalType(
  '可能含人名，待岗位确认：改写，或带上 confirmNoPersonalData 再办一次。 There may be a name: write it otherwise, or send it again with confirmNoPersonalData.',
)
export class ConfirmationNeeded extends Refusal {
  @Field(() => [PersonalDataHit], { description: '各处，最多 20 处。 The places, 20 at most.' })
  hits!: readonly PersonalDataHit[];
}

export interface FoundIn {
  field: string;
  finding: Finding;
}

const INSTEAD: Record<keyof typeof PersonalDataKind, string> = {
  ID_NUMBER: '不写号码，写“证件已核”。 Leave the number out and write that the paper was checked.',
  MOBILE_NUMBER: '写岗位和办公电话。 Name the office and its telephone.',
  HOME_ADDRESS: '写到小区或楼栋为止。 Name the estate or the building and no more.',
  PERSONAL_NAME: '写岗位或人数，例如“网格员”“志愿者 6 名”。 Name the office or the headcount.',
};

const MOST = 20;

export function personalData(found: readonly FoundIn[]): PersonalData {
  const certain = found.filter(({ finding }) => finding.certain);
  const sentence = {
    zh: `${saidOf(certain, 'zh')}；个人信息不予保存，请改写后再办。`,
    en: `Personal data: ${saidOf(certain, 'en')}. Nothing was stored; write it otherwise and send it again.`,
  };
  return refusalOf(PersonalData, 'PERSONAL_DATA', sentence, { hits: hitsOf(found) });
}

export function confirmationNeeded(found: readonly FoundIn[]): ConfirmationNeeded {
  const sentence = {
    zh: `${saidOf(found, 'zh')}；请改写，或确认不是个人信息：在 confirmNoPersonalData 写明理由，再办一次。`,
    en: `To be confirmed: ${saidOf(found, 'en')}. Write it otherwise, or confirm that it is no personal data: send it again with the reason in confirmNoPersonalData.`,
  };
  return refusalOf(ConfirmationNeeded, 'CONFIRMATION_NEEDED', sentence, { hits: hitsOf(found) });
}

const KINDS: Record<keyof typeof PersonalDataKind, { zh: string; en: string }> = {
  ID_NUMBER: { zh: '证件号码', en: 'a number of an identity paper' },
  MOBILE_NUMBER: { zh: '手机号码', en: 'a mobile number' },
  HOME_ADDRESS: { zh: '住址', en: 'the address of a home' },
  PERSONAL_NAME: { zh: '可能的人名', en: 'a possible name' },
};

/** Each field and kind once. */
function saidOf(found: readonly FoundIn[], language: 'zh' | 'en'): string {
  const said = found.map(({ field, finding: { kind } }) =>
    language === 'zh' ? `${quote(field)} 含${KINDS[kind].zh}` : `${quote(field)} holds ${KINDS[kind].en}`,
  );
  return [...new Set(said)].slice(0, MOST).join(language === 'zh' ? '，' : ', ');
}

function hitsOf(found: readonly FoundIn[]): PersonalDataHit[] {
  return found.slice(0, MOST).map(({ field, finding: { kind, start, end } }) => {
    const hit = Object.create(PersonalDataHit.prototype as object) as PersonalDataHit;
    return Object.assign(hit, { field, kind, start, end, instead: INSTEAD[kind] });
  });
}
