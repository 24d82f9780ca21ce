// How made-up rows are written down: with the day of the start in mind, and money that is always said.
import { startOfDay, toStoredTime } from '../../kit/clock';
import { MoneyAmount } from '../../kit/noun/money-amount';
import { specOf, type Class } from '../../kit/noun/spec';
import { invented, rowId, type Row, type Values } from '../rows';

export type Make = (noun: Class, home: string, key: string, values: Values) => Row;

export function createMake(today: string): Make {
  return (noun, home, key, values) => invented(noun, home, key, today, values);
}

/** The id of a made-up row. */
export function inventedId(noun: Class, home: string, key: string): string {
  return rowId(home, specOf(noun).kind, `demo:${key}`);
}

/** A clock time of a day in Asia/Shanghai. */
export function at(day: string, hour: number): string {
  return toStoredTime(Date.parse(startOfDay(day)) + hour * 3_600_000);
}

/** No amount where none is given. */
export function yuan(amount: number | null | undefined): MoneyAmount {
  return amount == null ? MoneyAmount.none() : MoneyAmount.of(BigInt(amount) * 100n);
}

/** Since when a row is in its state, and which office moved it. */
export function changedOn(day: string): Values {
  return { changedAt: at(day, 9), changedByOffice: '共建工作岗', reason: null };
}
