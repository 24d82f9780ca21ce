// Plans a scattered field: what each shard is asked of it, and how the parts are merged.
import { getNamedType, isNonNullType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { ruleOf, type Field, type Scatter } from '../contract/contract';
import { selectionSets } from './collect-fields';
import { fieldText, withBraces, type Text } from './field-text';
import { ID } from './hidden';
import type { AskPlan, Merger, ScatterPlan, Shape } from './operation-plan';
import { planConnection } from './plan-connection';
import { planFolds } from './plan-fold';
import { nextNumber, type Planning } from './planning';
import { argumentReader } from './read-arguments';
import { objectShape } from './shape';

/** `owner` is the entity type that the field stands on, null at the root. */
export function planScatter(
  planning: Planning,
  owner: string | null,
  response: string,
  nodes: FieldNode[],
  field: Field,
): { scatter: ScatterPlan; shape: Shape } {
  const rule = ruleOf(planning.contract, field);
  const number = nextNumber(planning);
  const homesVariable = `_lx_h${number}`;
  const representations = owner === null ? null : `_lx_r${number}`;
  const merger = planMerger(planning, rule.scatter!, field, nodes, false);
  const ask = (of: Merger, asked: number) =>
    planAsk({ owner, response, nodes, field, homesVariable, representations }, asked, mergerText(of));
  const scatter: ScatterPlan = {
    response,
    root: planning.root,
    field,
    homes: rule.homes,
    homesVariable,
    representations,
    read: argumentReader(field, nodes[0]!),
    ask: ask(merger, number),
    merger,
    byKey: null,
  };
  if (rowsAreMoreThanKeys(merger))
    scatter.byKey = once(() => cutToKeys(planning, rule.scatter!, field, nodes, ask));
  return { scatter, shape: shapeOf(field, merger) };
}

function planMerger(
  planning: Planning,
  scatter: Scatter,
  field: Field,
  nodes: FieldNode[],
  cut: boolean,
): Merger {
  switch (scatter.kind) {
    case 'connection':
      return { kind: 'connection', connection: planConnection(planning, field, nodes, { cut }) };
    case 'summary': {
      const { selection, folds, text } = planFolds(
        planning,
        getNamedType(field.type) as GraphQLObjectType,
        nodes,
      );
      return { kind: 'summary', selection, fields: folds, text };
    }
    case 'list':
      return planList(planning, scatter.orderBy, field, nodes);
  }
}

function planList(planning: Planning, orderBy: string[], field: Field, nodes: FieldNode[]): Merger {
  const columns = orderBy.slice(0, -1).map((column) => [column, `_lx_o_${column}`] as const);
  const always: Record<string, string> = { ...Object.fromEntries(columns), id: ID };
  const selection = planning.select(planning, field.type, selectionSets(nodes), { always });
  return {
    kind: 'list',
    selection,
    order: columns.map(([, alias]) => alias),
    nullable: !isNonNullType(field.type),
    text: selection.text,
  };
}

interface Asked {
  owner: string | null;
  response: string;
  nodes: FieldNode[];
  field: Field;
  homesVariable: string;
  representations: string | null;
}

function planAsk(
  { owner, response, nodes, field, homesVariable, representations }: Asked,
  number: number,
  inner: Text,
): AskPlan {
  const alias = `_lx_${number}`;
  const homesType = field.args.find(({ name }) => name === 'homes')!.type;
  const homes = `$${homesVariable}:${homesType}`;
  const body = withBraces(
    fieldText(owner === null ? alias : response, nodes[0]!, { homes: homesVariable }),
    inner,
  );
  if (owner === null)
    return { number, alias, text: body.text, definitions: [homes], variables: body.variables };
  return {
    number,
    alias,
    text: `${alias}:_entities(representations:$${representations}){...on ${owner}{${ID}:id ${body.text}}}`,
    definitions: [homes, `$${representations}:[_Any!]!`],
    variables: body.variables,
  };
}

function cutToKeys(
  planning: Planning,
  scatter: Scatter,
  field: Field,
  nodes: FieldNode[],
  ask: (of: Merger, number: number) => AskPlan,
): { ask: AskPlan; merger: Merger } {
  const merger = planMerger(planning, scatter, field, nodes, true);
  return { ask: ask(merger, nextNumber(planning)), merger };
}

function rowsAreMoreThanKeys(merger: Merger): boolean {
  if (merger.kind !== 'connection') return false;
  return merger.connection.edges.some(({ object }) =>
    object.steps.some(
      (step) =>
        step.kind === 'entity' && [...step.selection.objects.values()].some(({ entity }) => entity?.hasOwn),
    ),
  );
}

function mergerText(merger: Merger): Text {
  return merger.kind === 'connection' ? merger.connection.text : merger.text;
}

function shapeOf(field: Field, merger: Merger): Shape {
  return objectShape(
    field.type,
    merger.kind === 'connection' ? merger.connection.selection : merger.selection,
  );
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
