// Reads every import of the project and holds it to ARCHITECTURE: who may import whom, and what only some files do.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { breachesOf, type SourceFile } from './kit/architecture-rules';

const ROOT = path.join(__dirname, '..');
const ROOMS = ['schema', 'gateway', 'subgraphs', 'scripts', 'test'];

function sourcesOf(room: string): SourceFile[] {
  const names = readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => ({
      path: path.posix.join(room, name.split(path.sep).join('/')),
      text: readFileSync(path.join(ROOT, room, name), 'utf8'),
    }));
}

/** A file whose first line is in order, so that each case breaks one rule only. */
function file(name: string, code: string): SourceFile {
  return { path: name, text: `// A file.\n${code}\n` };
}

test('the house keeps its rules', () => {
  expect(breachesOf(ROOMS.flatMap(sourcesOf))).toEqual([]);
});

describe('each rule notices its breach', () => {
  const cases: Array<[rule: string, files: SourceFile[], sentence: string]> = [
    ['schema imports nobody', [file('schema/a.ts', "import '../gateway/b';")], 'schema/ imports nobody'],
    [
      'gateway imports no subgraph',
      [file('gateway/a.ts', "import type { B } from '../subgraphs/kit/b';")],
      'gateway/ imports itself',
    ],
    [
      'the store of the registry imports no more of the kit than its database',
      [file('gateway/registry/store/a.ts', "import '../../../subgraphs/kit/noun';")],
      'gateway/ imports itself',
    ],
    [
      'only the store of the registry imports the database of the kit',
      [file('gateway/registry/api/a.ts', "import '../../../subgraphs/kit/database/open-database';")],
      'gateway/ imports itself',
    ],
    ['kit imports no noun', [file('subgraphs/kit/a.ts', "import '../sharing/b';")], 'kit imports itself'],
    [
      'nouns import no other contract',
      [file('subgraphs/sharing/a.ts', "import '../conference/b';")],
      'kit imports itself',
    ],
    [
      'nouns import no program',
      [file('subgraphs/sharing/a.ts', "import '../unit/b';")],
      'kit imports itself',
    ],
    [
      'programs import no program',
      [file('subgraphs/unit/a.ts', "import '../street/b';")],
      'kit imports itself',
    ],
    [
      'subgraphs import no gateway',
      [file('subgraphs/unit/a.ts', "const b = require('../../gateway/b');")],
      'kit imports itself',
    ],
    ['nobody else imports scripts', [file('test/a.test.ts', "import '../scripts/b';")], 'nobody imports scripts/'],
    ['nobody imports test', [file('scripts/a.ts', "import '../test/kit/b';")], 'nobody imports test/'],
    [
      'TypeORM stays in its rooms',
      [file('gateway/registry/a.ts', "import { Entity } from 'typeorm';")],
      'TypeORM stays',
    ],
    [
      'only config reads the environment',
      [file('gateway/a.ts', 'export const b = process.env.B;')],
      'reads process.env',
    ],
    ['only main listens', [file('gateway/a.ts', 'server.listen(1);')], 'listens'],
    ['only main exits', [file('subgraphs/kit/a.ts', 'process.exit(1);')], 'exits or prints'],
    ['only main prints', [file('schema/a.ts', "console.log('a');")], 'exits or prints'],
    ['names say something', [file('gateway/utils/a.ts', '')], 'says nothing'],
    ['files of types are named after what they are', [file('gateway/types.ts', '')], 'says nothing'],
    ['file names are kebab-case', [file('gateway/readList.ts', '')], 'kebab-case'],
    [
      'the first line says what a file is for',
      [{ path: 'gateway/a.ts', text: "import 'b';\n" }],
      'the first line',
    ],
    [
      'files go in no circle',
      [file('gateway/a.ts', "import './b';"), file('gateway/b.ts', "import { a } from './a';")],
      'The files gateway/a → gateway/b → gateway/a',
    ],
    [
      'folders go in no circle',
      [file('gateway/x/a.ts', "import '../y/b';"), file('gateway/y/c.ts', "import '../x/d';")],
      'The folders gateway/x → gateway/y → gateway/x',
    ],
  ];

  test.each(cases)('%s', (_, files, sentence) => {
    const breaches = breachesOf(files);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(sentence);
  });

  test('what is allowed is no breach', () => {
    const allowed = [
      file('gateway/config.ts', 'export const a = process.env.A;'),
      file('gateway/main.ts', "console.log('up'); server.listen(1);"),
      file(
        'gateway/a.ts',
        "import type { B } from './b'; // console.log is spoken of\nexport const words = 'process.exit(1)';",
      ),
      file('gateway/b.ts', "import { words } from './a'; import { quote } from '../schema/codes';"),
      file(
        'subgraphs/street/main.ts',
        "import '../directory/a'; import '../kit/b'; import '../../schema/c';",
      ),
      file('subgraphs/kit/serve-a.ts', 'server.listen(1);'),
      file('gateway/c.ts', "import './c/d';"),
      file('gateway/c/e.ts', "import '../f';"),
      file(
        'gateway/registry/store/a.ts',
        "import { Entity } from 'typeorm'; import '../../../subgraphs/kit/database/open-database';",
      ),
    ];
    expect(breachesOf(allowed)).toEqual([]);
  });
});
