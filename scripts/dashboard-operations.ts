// The dashboard's typed operations, made of the graph's own text: types, hashes and the words of its codes.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { choiceWords } from '../gateway/lists/cells/choice-words';
import { buildSupergraphSchema } from './dashboard-schema';
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLSchema,
  isEnumType,
  Kind,
  type OperationDefinitionNode,
  parse,
  printSchema,
} from 'graphql';
import { projectRoot } from '../subgraphs/kit/contract-files';

export interface GeneratedFile {
  path: string;
  text: string;
}

interface OperationFile {
  /** From schema/operations, with `/`. */
  file: string;
  name: string;
  hash: string;
  text: string;
  /** Its lists that have pages, each with the variable that its cursor goes into. */
  pages: Record<string, string>;
}

const SCALARS = { Day: 'string', DateTime: 'string', Fen: 'string', ID: 'string', TimeOfDay: 'string' };
const NOTICE = 'Written by `npm run dashboard:write`; change schema/ instead.';

/** Each file with the text that it should have; a test holds the files to it. */
export async function dashboardOperations(): Promise<GeneratedFile[]> {
  const schema = buildSupergraphSchema();
  const operations = readOperationFiles();
  const folder = path.join(projectRoot(), 'gateway', 'dashboard', 'client', 'graph');
  return [
    { path: path.join(folder, 'operation-types.ts'), text: await typesOf(schema, operations) },
    { path: path.join(folder, 'operations.ts'), text: definitionsOf(operations) },
    { path: path.join(folder, 'code-words.ts'), text: codeWordsOf(schema) },
  ];
}

function readOperationFiles(): OperationFile[] {
  const folder = path.join(projectRoot(), 'schema', 'operations');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.graphql'));
  return files.sort().map((file) => readOperation(folder, file));
}

function readOperation(folder: string, file: string): OperationFile {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const operation = parse(text).definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)!;
  const hash = createHash('sha256').update(text).digest('hex');
  return { file, name: operation.name!.value, text, hash, pages: pagesOf(operation) };
}

function pagesOf({ selectionSet }: OperationDefinitionNode): Record<string, string> {
  const fields = selectionSet.selections.filter((it) => it.kind === Kind.FIELD);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const after = field.arguments?.find(({ name }) => name.value === 'after')?.value;
      return after?.kind === Kind.VARIABLE ? [[(field.alias ?? field.name).value, after.name.value]] : [];
    }),
  );
}

async function typesOf(schema: GraphQLSchema, operations: OperationFile[]): Promise<string> {
  const sdl = printSchema(schema).replace(/(type \w+Edge \{[^}]*?\n  node: \w+)$/gm, '$1!'); // drop-lost-rows.ts takes those out
  const types = await codegen({
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: operations.map(({ file, text }) => ({ location: file, document: parse(text) })),
    config: { scalars: SCALARS, skipTypename: true, enumsAsTypes: true, onlyOperationTypes: true },
    filename: 'operation-types.ts',
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationTypes },
  });
  return `// What each operation asks and is answered, in types. ${NOTICE}\n${types.trim()}\n`;
}

function definitionsOf(operations: OperationFile[]): string {
  const imports = operations.flatMap(({ name }) => [`  ${name}Query,`, `  ${name}QueryVariables,`]);
  const constants = operations.map(
    ({ file, name, hash, pages }) => `
export const ${name}: Operation<${name}Query, ${name}QueryVariables> = {
  name: '${name}',
  hash: '${hash}',
  pages: ${JSON.stringify(pages)},
  readText: async () => (await import('../../../../schema/operations/${file}?raw')).default,
};`,
  );
  return `// Every operation that the dashboard may send, by its hash. ${NOTICE}
import type { Operation } from './operation';
import type {\n${imports.join('\n')}\n} from './operation-types';\n${constants.join('\n')}\n`;
}

/** The first clause of each description says a code in few words, in both languages. */
function codeWordsOf(schema: GraphQLSchema): string {
  const enums = Object.values(schema.getTypeMap()).filter((type): type is GraphQLEnumType =>
    isEnumType(type),
  );
  const entries = enums
    .filter(({ name }) => !/^__|(OrderField|Dimension|Direction|MergeBy)$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) =>
      type.getValues().map(({ name, description }) => wordOf(`${type.name}.${name}`, description ?? '')),
    );
  return `// What the codes of the graph are called, from the schema's own descriptions. ${NOTICE}
import type { Words } from '../words/words';

export const CODE_WORDS = {\n${entries.join('\n')}\n} satisfies Words;\n`;
}

function wordOf(code: string, description: string): string {
  const { zh, en } = choiceWords(code.split('.')[1]!, description);
  return `  '${code}': ${JSON.stringify({ zh, en })},`;
}
