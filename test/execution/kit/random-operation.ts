// Random operations over any schema: a tree of choices that fast-check can shrink, read as a document.
import * as fc from 'fast-check';
import {
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Numbers without meaning of their own; each is read modulo what there is to choose from. Zero is the plainest choice. */
export interface Choice {
  pick: number;
  alias: number;
  argument: number;
  wrap: number;
  condition: number;
  below: Choice[];
}

export interface OperationChoice {
  kind: number;
  isNamed: boolean;
  roots: Choice[];
  flags: [boolean, boolean];
  number: number;
}

const MAX_DEPTH = 6;
/** More cost the planner seconds, and gigabytes. */
const MAX_FIELDS = 60;

export function operationChoices(): fc.Arbitrary<OperationChoice> {
  const choice = fc.memo((depth): fc.Arbitrary<Choice> => {
    const below =
      depth > 1 ? fc.array(choice(depth - 1), { maxLength: 4, size: 'max' }) : fc.constant<Choice[]>([]);
    return fc.record({
      pick: fc.nat(500),
      alias: fc.nat(6),
      argument: fc.nat(5),
      wrap: fc.nat(16),
      condition: fc.nat(14),
      below,
    });
  });
  return fc.record({
    kind: fc.nat(7),
    isNamed: fc.boolean(),
    roots: fc.array(choice(MAX_DEPTH), { minLength: 1, maxLength: 4, size: 'max' }),
    flags: fc.tuple(fc.boolean(), fc.boolean()),
    number: fc.nat(7),
  });
}

export interface RandomOperation {
  text: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

export function readOperation(schema: GraphQLSchema, choice: OperationChoice): RandomOperation {
  const isMutation = choice.kind === 7 && schema.getMutationType();
  const root = isMutation ? schema.getMutationType()! : schema.getQueryType()!;
  const writer = new Writer(schema);
  const body = writer.selection(root, choice.roots, 0);
  const used = ['c0', 'c1', 'n', 'd'].filter((name) =>
    new RegExp(`\\$${name}\\b`).test(body + writer.fragments.join()),
  );
  const declared = used.map(
    (name) => `$${name}: ${{ c0: 'Boolean!', c1: 'Boolean! = true', n: 'Int', d: 'Int = 3' }[name]}`,
  );
  const head = `${isMutation ? 'mutation' : 'query'}${choice.isNamed ? ' Random' : ''}${declared.length > 0 ? `(${declared.join(', ')})` : ''}`;
  const values: Record<string, unknown> = { c0: choice.flags[0], n: choice.number };
  if (choice.flags[1]) values.c1 = !choice.flags[0];
  return {
    text: [`${head} ${body}`, ...writer.fragments].join('\n'),
    variables: Object.fromEntries(Object.entries(values).filter(([name]) => used.includes(name))),
    operationName: choice.isNamed ? 'Random' : undefined,
  };
}

class Writer {
  readonly fragments: string[] = [];
  private fields = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  selection(type: GraphQLOutputType, choices: Choice[], depth: number): string {
    const parts = choices.flatMap((choice) => this.part(type, choice, depth));
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  private part(type: GraphQLOutputType, choice: Choice, depth: number): string[] {
    if (this.fields++ > MAX_FIELDS) return [];
    const condition = conditionOf(choice.condition);
    if (choice.wrap === 1) return [`...${condition} ${this.selection(type, choice.below, depth)}`];
    if (choice.wrap >= 4 && choice.wrap <= 7 && isAbstractType(type)) return this.sameFieldOfEach(type);
    if (choice.wrap === 2 || choice.wrap === 3 || isUnionType(type)) {
      const narrowed = this.narrow(type, choice.pick);
      return narrowed && depth < MAX_DEPTH + 3
        ? [this.fragment(narrowed, choice, condition, depth)]
        : [`__typename${condition}`];
    }
    if (choice.wrap >= 11 && choice.wrap <= 13) return this.twins(type, choice, depth);
    return [this.field(type, choice, condition, depth)];
  }

  /** One response name with a type for each, which the planner must keep apart in its fetches. */
  private sameFieldOfEach(type: GraphQLAbstractType): string[] {
    const having = this.schema.getPossibleTypes(type).filter((it) => it.getFields().mix);
    return having.map((it) => {
      const below = isObjectType(getNamedType(it.getFields().mix!.type)) ? ' { w inner { n } }' : '';
      return `... on ${it.name} { mix${below} }`;
    });
  }

  /** A type that an object here may have, too; undefined when there is none but itself. */
  private narrow(type: GraphQLOutputType, pick: number): string | undefined {
    if (isAbstractType(type)) {
      const possible = this.schema.getPossibleTypes(type).map(({ name }) => name);
      const others = possible.flatMap((name) =>
        (this.schema.getType(name) as ReturnType<GraphQLSchema['getPossibleTypes']>[number])
          .getInterfaces()
          .map((it) => it.name),
      );
      const all = [...new Set([...possible, ...others])];
      return all[pick % all.length];
    }
    if (!isObjectType(type)) return undefined;
    const all = [type.name, ...type.getInterfaces().map(({ name }) => name)];
    return all[pick % all.length];
  }

  private fragment(name: string, choice: Choice, condition: string, depth: number): string {
    const body = this.selection(this.schema.getType(name) as GraphQLOutputType, choice.below, depth + 1);
    if (choice.wrap !== 3) return `... on ${name}${condition} ${body}`;
    const id = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${id} on ${name} ${body}`);
    return `...${id}${condition}`;
  }

  /** The same field twice, with other arguments below: fetches that are equal at first, and then no longer. */
  private twins(type: GraphQLOutputType, choice: Choice, depth: number): string[] {
    return [0, 1].map((shift) => {
      const field = this.field(
        type,
        { ...choice, below: choice.below.map((it) => shifted(it, shift)) },
        '',
        depth,
      );
      const plain = field.replace(/^\w+: /, '');
      return `twin${shift}_${choice.pick}_${/^\w+/.exec(plain)![0]}: ${plain}`;
    });
  }

  private field(type: GraphQLOutputType, choice: Choice, condition: string, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields());
    const isTypename = choice.pick % (fields.length + 1) === fields.length;
    if (isTypename) return `${choice.alias === 1 ? 't: ' : ''}__typename${condition}`;
    const hub = type.getFields().hub;
    if (hub && choice.wrap >= 8 && choice.wrap <= 10) return this.plainField(hub, choice, condition, depth);
    return this.plainField(fields[choice.pick % (fields.length + 1)]!, choice, condition, depth);
  }

  private plainField(
    field: GraphQLField<unknown, unknown>,
    choice: Choice,
    condition: string,
    depth: number,
  ): string {
    const named = getNamedType(field.type);
    const isLeaf = !isObjectType(named) && !isAbstractType(named);
    if (!isLeaf && depth >= MAX_DEPTH) return `__typename${condition}`;
    const argument = argumentOf(field, choice.argument);
    const alias = aliasOf(field, choice, argument);
    const below = isLeaf ? '' : ` ${this.selection(named as GraphQLOutputType, choice.below, depth + 1)}`;
    return `${alias}${field.name}${argument}${condition}${below}`;
  }
}

function shifted(choice: Choice, shift: number): Choice {
  const argument = choice.argument > 0 ? ((choice.argument + shift - 1) % 5) + 1 : 0;
  const wrap = choice.wrap % 11;
  return { ...choice, argument, alias: 3, wrap, below: choice.below.map((it) => shifted(it, shift)) };
}

function conditionOf(condition: number): string {
  const conditions = [
    '@include(if: $c0)',
    '@skip(if: $c0)',
    '@include(if: $c1)',
    '@skip(if: $c1)',
    '@skip(if: false)',
    '@include(if: $c0) @skip(if: $c1)',
  ];
  return condition > 0 && condition <= conditions.length ? ` ${conditions[condition - 1]}` : '';
}

function argumentOf(field: GraphQLField<unknown, unknown>, argument: number): string {
  const [first] = field.args;
  const values = ['', '2', '$n', '$d', 'null', '3'];
  return first && argument > 0 ? `(${first.name}: ${values[argument]})` : '';
}

/** Names are odd on purpose; a field asked with other arguments has another name, so that both may stand together. */
function aliasOf(
  { name }: GraphQLField<unknown, unknown>,
  { alias, argument }: Choice,
  text: string,
): string {
  if (alias === 1) return `x${argument}_${name}: `;
  if (alias === 2 && text === '') return `constructor_${name}: `;
  if (alias === 3) return text === '' ? '' : `z_${name}: `;
  return text === '' ? '' : `y${argument}_${name}: `;
}
