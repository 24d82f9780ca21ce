// Takes steps by name: done, or refused with a code.
import type { Actor } from '../../../subgraphs/kit/workflow/actor';
import type { Answer } from '../../kit/open-shard';

type Ask = (actor: Actor | null, query: string, variables?: object) => Promise<Answer>;

export interface Steps {
  /** The row that the step gives, as far as selected; throws where it was refused. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
  done: (actor: Actor, mutation: string, input: object, row?: string) => Promise<any>;
  /** Code of the refusal; null where it was taken. */
  refused: (actor: Actor, mutation: string, input: object) => Promise<string | null>;
}

export function stepsThrough(ask: Ask): Steps {
  const take = async (actor: Actor, mutation: string, input: object, row: string) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { taken: ${mutation}(input: $input) { ${row} refusal { code message } } }`;
    const { data, errors } = await ask(actor, query, { input });
    if (errors) throw new Error(`${mutation}: ${errors.map(({ message }) => message).join('\n')}`);
    return data.taken;
  };
  return {
    done: async (actor, mutation, input, row = '') => {
      const { refusal, ...taken } = await take(actor, mutation, input, row);
      if (refusal) throw new Error(`${mutation} was refused: ${refusal.message}`);
      return Object.values(taken)[0] ?? null;
    },
    refused: async (actor, mutation, input) => (await take(actor, mutation, input, '')).refusal?.code ?? null,
  };
}
