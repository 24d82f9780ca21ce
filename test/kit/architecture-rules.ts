// The rules of the house, over the text of its files; each breach is a sentence.
import path from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
}

interface Import {
  from: string;
  /** A file of the project without its ending, or the name of a package. */
  to: string;
  isPackage: boolean;
  /** Erased when compiled, so it makes no circle at run time. */
  isType: boolean;
}

const NOUNS = ['directory', 'conference', 'cobuilding', 'sharing'];
const PROGRAMS = ['street', 'community', 'unit'];
const EMPTY_NAMES =
  /(?:^|\/)(?:utils?|utilities|helpers?|common|core|shared|lib|misc|managers?|types)(?:\/|\.tsx?$)/;

/** All breaches of the architecture among these files. */
export function breachesOf(files: SourceFile[]): string[] {
  const imports = files.flatMap(importsOf);
  const values = imports.filter((it) => !it.isType && !it.isPackage);
  const fileEdges = values.map((it) => [withoutEnding(it.from), it.to] as const);
  const folderEdges = fileEdges.flatMap(([from, to]) => siblingFolders(from, to));
  return [
    ...imports.flatMap(importBreaches),
    ...files.flatMap(textBreaches),
    ...circles(fileEdges).map((circle) => `The files ${circle} import each other in a circle.`),
    ...circles(folderEdges).map((circle) => `The folders ${circle} import each other in a circle.`),
  ];
}

/**
 * The two folders, side by side, that an import leads from and to. A folder and what is inside it are one room: a file
 * may hold the interface of the folder beside it.
 */
function siblingFolders(from: string, to: string): Array<readonly [string, string]> {
  const left = from.split('/');
  const right = to.split('/');
  const fork = left.findIndex((part, i) => part !== right[i]);
  const isFile = fork < 0 || fork >= left.length - 1 || fork >= right.length - 1;
  return isFile ? [] : [[left.slice(0, fork + 1).join('/'), right.slice(0, fork + 1).join('/')]];
}

function importsOf(file: SourceFile): Import[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
  const typeOnly = new Set(source.statements.filter(isTypeImport).map(specifierOf));
  const asValue = new Set(source.statements.filter((it) => !isTypeImport(it)).map(specifierOf));
  return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => {
    const isPackage = !fileName.startsWith('.');
    const to = isPackage ? fileName : withoutEnding(path.posix.join(path.posix.dirname(file.path), fileName));
    return { from: file.path, to, isPackage, isType: typeOnly.has(fileName) && !asValue.has(fileName) };
  });
}

function isTypeImport(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  if (!ts.isImportDeclaration(statement) || !statement.importClause) return false;
  const { isTypeOnly, name, namedBindings } = statement.importClause;
  if (isTypeOnly) return true;
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined;
  return !name && named !== undefined && named.length > 0 && named.every((element) => element.isTypeOnly);
}

function specifierOf(statement: ts.Statement): string | undefined {
  const { moduleSpecifier } = statement as Partial<ts.ImportDeclaration>;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}

function withoutEnding(file: string): string {
  return file.replace(/\.tsx?$/, '');
}

function importBreaches({ from, to, isPackage }: Import): string[] {
  const say = (rule: string) => [`${from} imports "${to}": ${rule}`];
  if (isPackage) {
    const mayStore =
      /^(subgraphs|test|scripts\/starter)\//.test(from) || from.startsWith('gateway/registry/store/');
    return to === 'typeorm' && !mayStore
      ? say('TypeORM stays in subgraphs/, gateway/registry/store/ and the starter.')
      : [];
  }
  const [room, part] = from.split('/') as [string, string];
  const [otherRoom, otherPart] = to.split('/') as [string, string];
  if (otherRoom === 'scripts' && room !== 'scripts' && !from.startsWith('test/scripts/'))
    return say('nobody imports scripts/ but scripts/ and its tests.');
  if (room === 'test') return [];
  if (otherRoom === 'test') return say('nobody imports test/.');
  if (room === 'scripts') return [];
  if (room === 'schema' && otherRoom !== 'schema') return say('schema/ imports nobody.');
  if (otherRoom === 'schema') return [];
  if (room === 'gateway' && otherRoom !== 'gateway')
    return mayOpenDatabase(from, to) ? [] : say('gateway/ imports itself and schema/ only.');
  if (room === 'subgraphs') return subgraphMayImport(part, otherRoom, otherPart) ? [] : say(SUBGRAPH_RULE);
  return [];
}

/** How a database is opened, migrated and changed is written once, without a word of the domain. */
function mayOpenDatabase(from: string, to: string): boolean {
  return from.startsWith('gateway/registry/store/') && to.startsWith('subgraphs/kit/database/');
}

const SUBGRAPH_RULE =
  "kit imports itself, a contract's nouns themselves and kit, a program nouns and kit, the demonstration all of these; and all of them schema/.";

function subgraphMayImport(part: string, otherRoom: string, otherPart: string): boolean {
  if (otherRoom !== 'subgraphs') return false;
  if (part === otherPart) return true;
  if (part === 'kit') return false;
  if (part === 'demonstration') return true;
  if (NOUNS.includes(part)) return otherPart === 'kit';
  return PROGRAMS.includes(part) && (otherPart === 'kit' || NOUNS.includes(otherPart));
}

function textBreaches({ path: file, text }: SourceFile): string[] {
  const breaches: string[] = [];
  const name = path.posix.basename(file);
  const [room] = file.split('/');
  if (EMPTY_NAMES.test(file)) breaches.push(`${file}: this name says nothing; name it after what it does.`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|property))*\.tsx?$/.test(name))
    breaches.push(`${file}: file names are kebab-case.`);
  if (room !== 'test' && !/^(?:#!.*\n)?\/[/*]/.test(text))
    breaches.push(`${file}: the first line says in one sentence what the file is for.`);
  if (room === 'test' || room === 'scripts') return breaches;
  const code = withoutComments(file, text);
  if (name !== 'config.ts' && /\bprocess\s*\.\s*env\b/.test(code))
    breaches.push(`${file} reads process.env: only config.ts files do.`);
  if (name === 'main.ts') return breaches;
  if (EXITS_OR_PRINTS.test(code))
    breaches.push(`${file} exits or prints: only main.ts files and scripts/ do.`);
  if (LISTENS.test(code) && !name.startsWith('serve-')) {
    breaches.push(`${file} listens: only main.ts files, scripts/ and files named serve-… do.`);
  }
  return breaches;
}

const EXITS_OR_PRINTS = /\bprocess\s*\.\s*(?:exit\s*\(|exitCode\b|stdout\b|stderr\b)|\bconsole\s*\./;
const LISTENS = /\.\s*listen\s*\(/;

/** The code with comments and texts blanked, so that a sentence about `console.log` is no breach. */
function withoutComments(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const pieces: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node)) pieces.push('""');
    else if (node.getChildCount(source) === 0) pieces.push(node.getText(source));
    else node.getChildren(source).forEach(visit);
  };
  visit(source);
  return pieces.join(' ').replace(/ ([.(]) /g, '$1');
}

/** Each circle once, as `a → b → a`, starting at its first name. */
function circles(edges: ReadonlyArray<readonly [string, string]>): string[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (at: string, trail: string[]): void => {
    const seen = trail.indexOf(at);
    if (seen >= 0) found.push([...trail.slice(seen), at].join(' → '));
    if (seen >= 0 || done.has(at)) return;
    for (const to of [...(next.get(at) ?? [])].sort()) walk(to, [...trail, at]);
    done.add(at);
  };
  for (const start of [...next.keys()].sort()) walk(start, []);
  return found;
}
