// Takes a gateway's report of which fields which operation of which client used: counts only, bounded, no variable and no value.
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { readBody } from '../../guard/read-body';
import { type Exchange, replyJson, replyRefusal } from '../../http/reply';
import { USE_BOUNDS, type UseReport } from '../../usage/use-count';
import type { DeliveryGround } from '../delivery-ground';

const MAX_BODY = 4 * 1024 * 1024;
const { counts: MAX_COUNTS } = USE_BOUNDS;

const NAME = z.string().max(USE_BOUNDS.name);
/** `Type`, `Type.member` or `Type.field(argument:)`. */
const COORDINATE = /^[_A-Za-z]\w*(?:\.[_A-Za-z]\w*(?:\([_A-Za-z]\w*:\))?)?$/;
const REPORT = z.strictObject({
  id: z.ulid(),
  counts: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        client: NAME,
        operation: NAME,
        coordinate: z.string().max(USE_BOUNDS.coordinate).regex(COORDINATE),
        count: z.int().positive().max(USE_BOUNDS.count),
      }),
    )
    .max(MAX_COUNTS),
});

export async function takeUse(
  exchange: Exchange,
  { recordUse }: Pick<DeliveryGround, 'recordUse'>,
): Promise<void> {
  const bounds = { variables: MAX_COUNTS, names: 6 * MAX_COUNTS, values: 7 * MAX_COUNTS, valueDepth: 5 };
  const reading = await readBody(exchange.request, MAX_BODY, bounds);
  if (!reading.ok) {
    if (reading.status !== 'gone') replyRefusal(exchange, reading.status, reading.code, reading.sentence);
    return;
  }
  const report = REPORT.safeParse(reading.body);
  if (!report.success) return refuseReport(exchange, report.error.issues[0]!.path.join('.'));
  try {
    await recordUse(report.data satisfies UseReport);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return replyJson(exchange, 400, { errors: [error.toJSON()] });
  }
  replyJson(exchange, 202, { taken: report.data.counts.length });
}

function refuseReport(exchange: Exchange, place: string): void {
  replyRefusal(exchange, 400, 'BAD_REQUEST', {
    zh: `使用报告在 ${place || '根部'} 处不合要求；应为 {"id": ULID, "counts": [{"day", "client", "operation", "coordinate", "count"}]}，一次至多 ${MAX_COUNTS} 条。`,
    en: `The report of use is wrong at ${place || 'its root'}; expected {"id": a ULID, "counts": [{"day", "client", "operation", "coordinate", "count"}]}, at most ${MAX_COUNTS} at once.`,
  });
}
