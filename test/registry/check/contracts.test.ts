// The project's own contracts and the 25 questions pass the check that everybody passes.
import path from 'node:path';
import { readOperations } from '../../../gateway/explorer/read-operations';
import { checkPublication } from '../../../gateway/registry/check/check-publication';
import type { SubgraphPublication } from '../../../gateway/registry/publication';
import { readContractFiles } from '../../../gateway/supergraph/contract-file';
import { baseInput, isSerious } from './kit/check-case';

test('the contracts are accepted as they are, and every question plans on them', () => {
  const contracts = readContractFiles();
  const publications = contracts.map(({ name, sdl }): SubgraphPublication => ({
    kind: 'subgraph',
    name,
    owner: 'street',
    sdl,
  }));
  const operations = readOperations(path.join(__dirname, '../../../schema'));
  const { verdict, composed } = checkPublication({
    ...baseInput(),
    current: publications.slice(0, -1),
    contracts,
    operations: operations.map(({ file, text }) => ({ name: file, document: text })),
    usage: [],
    planningBudget: 30_000,
    change: { kind: 'publish', publication: publications.at(-1)! },
  });
  expect(operations).toHaveLength(25);
  expect(verdict.findings.filter(isSerious)).toEqual([]);
  expect(verdict.outcome).toBe('ACCEPTED');
  expect(composed?.supergraphSdl).toMatch(/@authenticated/);
  expect(composed?.plannableSdl).not.toMatch(/@(?:authenticated|requiresScopes|policy)\b/);
}, 120_000);
