// Sends one mutation as any client would, under a key made of what it says: sent again, it is carried out once.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../schema/cursor';
import { GraphFault, type AskGraph, type GraphError } from '../graph/ask-graph';

export interface StepRequest {
  mutation: string;
  /** The field of the payload that holds the row. */
  payload: string;
  input: Record<string, unknown>;
}

export type StepOutcome =
  /** `id` is absent for what a dry run would do. `replayed`: it was done before, under the same key. */
  | { kind: 'done'; id?: string; replayed: boolean }
  | { kind: 'refused'; code: string; message: string; field?: string }
  | { kind: 'unanswered'; code: string; message: string };

export interface Sending {
  ask: AskGraph;
  dryRun: boolean;
  now: () => Date;
}

interface Taken {
  row: { id: string } | null;
  refusal: { code: string; message: string; field?: string; hits?: { field: string }[] } | null;
  replayed: boolean;
}

export async function sendStep(sending: Sending, request: StepRequest): Promise<StepOutcome> {
  const key = keyFor(request, '');
  const first = await send(sending, request, key);
  const staleRefusal = first.kind === 'refused' && first.replayed;
  return staleRefusal ? send(sending, request, keyFor(request, minuteOf(sending))) : first;
}

/**
 * An owner remembers refusals under their key for weeks; what was missing then may be there now. So a remembered one is
 * asked again under a key of this minute, which two runs at the same moment still share.
 */
function minuteOf({ now }: Sending): string {
  return now().toISOString().slice(0, 16);
}

function keyFor({ mutation, input }: StepRequest, moment: string): string {
  const said = canonicalJson([mutation, input, moment]);
  return `list-${createHash('sha256').update(said).digest('hex').slice(0, 40)}`;
}

type Sent = StepOutcome & { replayed?: boolean };

async function send({ ask, dryRun }: Sending, request: StepRequest, idempotencyKey: string): Promise<Sent> {
  const input = { ...request.input, idempotencyKey, ...(dryRun && { dryRun }) };
  try {
    const { data, errors = [] } = await ask(queryOf(request), { input });
    const taken = (data?.taken ?? null) as Taken | null;
    return taken ? outcomeOf(taken) : outcomeOfErrors(errors);
  } catch (cause) {
    const { message } = cause as Error;
    return outcomeOfErrors([
      { message, extensions: { code: cause instanceof GraphFault ? cause.code : 'UNREACHABLE' } },
    ]);
  }
}

/** Where a refusal names fields of the input. */
const FIELDS =
  '... on InvalidInput { field } ... on PersonalData { hits { field } } ... on ConfirmationNeeded { hits { field } }';

function queryOf({ mutation, payload }: StepRequest): string {
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  return `mutation Import${name}($input: ${name}Input!) {
  taken: ${mutation}(input: $input) { row: ${payload} { id } refusal { code message ${FIELDS} } replayed }
}`;
}

function outcomeOf({ row, refusal, replayed }: Taken): Sent {
  if (refusal) {
    const { code, message, field = refusal.hits?.[0]?.field } = refusal;
    return { kind: 'refused', code, message, ...(field && { field }), replayed };
  }
  return { kind: 'done', ...(row && { id: row.id }), replayed };
}

/** The fault of what was sent, told before anything was carried out. */
const REFUSING = /^(?:FORBIDDEN|UNAUTHENTICATED|NOT_FOUND|BAD_|GRAPHQL_|TOO_COMPLEX)/;

function outcomeOfErrors([first]: GraphError[]): Sent {
  const { code = 'INTERNAL' } = first?.extensions ?? {};
  const message = first?.message ?? '没有答复。 No answer came.';
  return { kind: REFUSING.test(code) ? 'refused' : 'unanswered', code, message };
}
