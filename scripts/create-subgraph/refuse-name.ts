// Whether a subgraph may have this name: by rule, and by what the registry has, if it answers.
import { refuseName as refuseByRule } from '../../gateway/registry/check/refuse-name';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import type { Sentence } from '../../schema/codes';
import { askRegistry, Unreachable } from '../registry/ask-registry';
import { NAME_REFUSAL } from '../registry/documents';
import { UsageError } from '../registry/parse-command';

/** Throws what speaks against the name; tells whether a registry was asked. */
export async function refuseName(name: string, registry: string): Promise<boolean> {
  const publication = { kind: 'subgraph', name, owner: '', sdl: '' } as const;
  const [fault] = refuseByRule(publication, {
    current: [],
    contracts: readContractFiles(),
    street: 'street',
  });
  if (fault) throw new UsageError(said(fault.sentence, fault.suggestion));
  try {
    const ask = askRegistry({ registry });
    const { result } = await ask<{ result: Sentence | null }>(NAME_REFUSAL, { name });
    if (result) throw new UsageError(said(result));
    return true;
  } catch (fault) {
    if (fault instanceof Unreachable) return false;
    throw fault;
  }
}

function said(...sentences: (Sentence | undefined)[]): string {
  return sentences.flatMap((sentence) => (sentence ? [`${sentence.zh} ${sentence.en}`] : [])).join('\n');
}
