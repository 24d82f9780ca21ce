// Reads what an input gives of a row's columns: checked, bounded and in stored form.
import { badId, parseId } from '../../../schema/id';
import { toStoredTime } from '../clock';
import { MoneyAmount } from '../noun/money-amount';
import { columnOf, type ColumnSpec, type NounSpec } from '../noun/spec';
import { invalidInput } from './sentences';
import type { InvalidInput } from './refusal';

export type Read = { values: Record<string, unknown> } | { refusal: InvalidInput };

/** What is not given stays as it is; what is given as null is emptied. Throws BAD_ID for a malformed id. */
export function readValues(
  spec: NounSpec,
  properties: readonly string[],
  input: Record<string, unknown>,
): Read {
  const values: Record<string, unknown> = {};
  for (const property of properties.filter((name) => input[name] !== undefined)) {
    const column = columnOf(spec, property);
    const value = input[property];
    const refusal = faultIn(column, value);
    if (refusal) return { refusal };
    values[property] = value === null ? emptyOf(column) : storedForm(column, value);
  }
  return { values };
}

function faultIn(column: ColumnSpec, value: unknown): InvalidInput | null {
  if (value === null) return column.required ? mayNotBeEmpty(column.property) : null;
  switch (column.kind) {
    case 'text':
      return faultInText(column.property, value as string, { max: column.max, required: column.required });
    case 'json':
      return faultInTexts(column.property, value as string[]);
    case 'int':
    case 'decimal':
      return (value as number) < 0 ? mayNotBeNegative(column.property) : null;
    case 'reference':
      if (!parseId(value)) throw badId(value);
      return null;
    default:
      return null;
  }
}

/** Characters are code points, as the databases count them. */
export function faultInText(
  field: string,
  text: string,
  { max = 500, required = false },
): InvalidInput | null {
  if (required && text.trim() === '') return mayNotBeEmpty(field);
  if (/\p{Surrogate}|[^\P{Cc}\n\r\t]/u.test(text))
    return invalidInput(field, {
      zh: '含有控制字符；请只写文字。',
      en: 'it holds control characters; write plain text.',
    });
  if ([...text].length <= max) return null;
  return invalidInput(field, {
    zh: `最多 ${max} 字；请写短一些。`,
    en: `at most ${max} characters; write less.`,
  });
}

const MAX_TEXTS = 50;

function faultInTexts(field: string, texts: readonly string[]): InvalidInput | null {
  if (texts.length > MAX_TEXTS)
    return invalidInput(field, { zh: `最多 ${MAX_TEXTS} 项。`, en: `${MAX_TEXTS} entries at most.` });
  return texts.map((text) => faultInText(field, text, { max: 40, required: true })).find(Boolean) ?? null;
}

function mayNotBeEmpty(field: string): InvalidInput {
  return invalidInput(field, { zh: '不能为空；请填写。', en: 'it may not be empty; fill it in.' });
}

function mayNotBeNegative(field: string): InvalidInput {
  return invalidInput(field, { zh: '不能是负数。', en: 'it may not be negative.' });
}

function emptyOf({ kind }: ColumnSpec): unknown {
  return kind === 'money' ? MoneyAmount.none() : null;
}

function storedForm({ kind }: ColumnSpec, value: unknown): unknown {
  if (kind === 'time') return toStoredTime(value as string);
  if (kind === 'money') return MoneyAmount.of(value as string);
  return kind === 'text' ? (value as string).trim() : value;
}
