// Whether a name is free, for whoever is about to write a new subgraph; asked without a token.
import type { Sentence } from '../../../schema/codes';
import { refuseName } from '../check/refuse-name';
import { readHead, type RegistryGround } from './registry-ground';

/** An owner that nobody is: to a new subgraph every name of the graph is taken. */
const NOBODY = '';

export async function nameRefusal(ground: RegistryGround, name: string): Promise<Sentence | null> {
  const current = (await readHead(ground))?.state.subgraphs ?? [];
  const { contracts, street } = ground;
  const [finding] = refuseName(
    { kind: 'subgraph', name, owner: NOBODY, sdl: '' },
    { current, contracts, street },
  );
  return finding?.sentence ?? null;
}
