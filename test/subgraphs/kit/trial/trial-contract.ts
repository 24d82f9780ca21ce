// A made-up contract with one noun that has every kind of column, some of them empty.
import type { Contract } from '../../../../subgraphs/kit/federated-schema';
import type { LoadableRow } from '../../../../subgraphs/kit/database/load-rows';
import { Noun } from '../../../../subgraphs/kit/noun';
import { createChoice } from '../../../../subgraphs/kit/noun/choice';
import {
  Choice,
  DayOf,
  Decimal,
  Flag,
  Money,
  Text,
  Texts,
  TimeOf,
  Whole,
} from '../../../../subgraphs/kit/noun/columns';
import { MoneyAmount } from '../../../../subgraphs/kit/noun/money-amount';
import { createExtendedType, createKeyOnlyType } from '../../../../subgraphs/kit/noun/references';
import { createRecord } from '../../../../subgraphs/kit/record';
import { idOf } from '../../sharing/kit/sharing-rows';

const trial = { name: 'trial', sharded: true };

const Home = createExtendedType('Home');
const Paper = createKeyOnlyType('Paper');
const Record = createRecord(trial, { document: () => Paper, owner: () => Home });

export const Colour = createChoice('Colour', '颜色。 A colour.', { RED: '红。 Red.', BLUE: '蓝。 Blue.' });

@Noun({
  contract: trial,
  kind: 'thing',
  singular: 'thing',
  plural: 'things',
  description: '东西。 A thing.',
  order: 'title',
})
export class Thing extends Record {
  @Text('标题。 Title.', { order: true })
  title!: string | null;

  @Choice(() => Colour, '颜色。 Colour.', { dimension: true })
  colour!: keyof typeof Colour | null;

  @Flag('对错。 Right or wrong.', { filter: true, dimension: true })
  right!: boolean | null;

  @Whole('数。 A number.', { sum: true, order: true, dimension: true })
  number!: number | null;

  @Decimal('比例。 A share.', { order: true })
  share!: number | null;

  @DayOf('日期。 A day.')
  day!: string | null;

  @TimeOf('时间。 A time.')
  at!: string | null;

  @Texts('标签。 Tags.')
  tags!: string[];

  @Money('预算。 Budget.', { sum: true })
  budget!: MoneyAmount;
}

export const trialContract: Contract = { ...trial, nouns: [Thing], extended: [Home] };

export function thing(n: number, values: Record<string, unknown> = {}): LoadableRow {
  const usual = {
    id: idOf('a', 'thing', n),
    home: 'a',
    provenance: 'ENTERED',
    updatedAt: '2026-11-01T00:00:00.000Z',
    tags: [],
  };
  return { noun: Thing, values: { ...usual, ...values } };
}
