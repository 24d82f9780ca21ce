// The scalars of every contract: Day, DateTime and Fen. Input is checked but kept as it was given.
import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { quote, refuse } from '../../../schema/codes';
import { toShanghaiText } from '../../../schema/shanghai-time';
import { isDay, isTime } from '../clock';
import { Invalid } from './invalid';

export const Day = lenientScalar({
  name: 'Day',
  description: '日期,YYYY-MM-DD。 A day, YYYY-MM-DD.',
  isValid: isDay,
  refusal: (given) =>
    refuse('BAD_DAY', {
      zh: `${quote(given)} 不是有效的日期；应为存在的日期，写作 YYYY-MM-DD。`,
      en: `${quote(given)} is not a day; expected a day that exists, written YYYY-MM-DD.`,
    }),
});

export const DateTime = lenientScalar({
  name: 'DateTime',
  description: '时间,RFC 3339,带时区；答复一律为北京时间 +08:00。 A time, RFC 3339 with an offset; answers use +08:00.',
  isValid: isTime,
  refusal: (given) =>
    refuse('BAD_TIME', {
      zh: `${quote(given)} 不是有效的时间；应带时区，例如 2026-11-23T09:00:00+08:00。`,
      en: `${quote(given)} is not a time; expected RFC 3339 with an offset, e.g. 2026-11-23T09:00:00+08:00.`,
    }),
  write: (stored) => toShanghaiText(stored),
});

export const Fen = lenientScalar({
  name: 'Fen',
  description: '金额：整数分的十进制字符串（一元为 "100"）。 An amount of money: a decimal string of whole fen (one yuan is "100").',
  isValid: (given) => /^-?(0|[1-9][0-9]{0,14})$/.test(given),
  refusal: (given) =>
    refuse('BAD_MONEY', {
      zh: `${quote(given)} 不是有效的金额；应为整数分的字符串，最多 15 位，例如一万元写作 "1000000"。`,
      en: `${quote(given)} is not an amount; expected a string of whole fen with at most 15 digits, e.g. "1000000" for 10,000 yuan.`,
    }),
});

interface LenientScalar {
  name: string;
  description: string;
  isValid: (given: string) => boolean;
  refusal: (given: unknown) => GraphQLError;
  write?: (stored: string) => string;
}

function lenientScalar({ name, description, isValid, refusal, write = (stored) => stored }: LenientScalar) {
  const read = (given: unknown) =>
    typeof given === 'string' && isValid(given) ? given : new Invalid(refusal(given), given);
  const readLiteral = (node: ValueNode) =>
    node.kind === Kind.STRING ? read(node.value) : new Invalid(refusal(print(node)), print(node));
  return new GraphQLScalarType({
    name,
    description,
    serialize: (stored) => write(String(stored)),
    parseValue: read,
    parseLiteral: readLiteral,
  });
}
