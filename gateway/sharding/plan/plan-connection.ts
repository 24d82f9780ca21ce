// Plans a connection: cursors and keys are always asked with rows, flags and the count only when they are wanted.
import {
  getNamedType,
  isInputObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { ruleOf, type Field } from '../contract/contract';
import { collectFields, selectionSets } from './collect-fields';
import { joinTexts, plainText, withBraces, type Text } from './field-text';
import { COVERED, CURSOR, EDGES, NODE, PAGE, TOTAL } from './hidden';
import type { ConnectionPlan, EdgesPlan, FieldPlan, FoldField, Step } from './operation-plan';
import { planFold } from './plan-fold';
import { onlySelection, planMade } from './plan-made';
import type { Planning } from './planning';
import { leafShape, objectShape } from './shape';

export function planConnection(
  planning: Planning,
  field: Field,
  nodes: FieldNode[],
  options: { cut: boolean },
): ConnectionPlan {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const draft: Draft = {
    edges: [],
    fields: [],
    folds: [],
    steps: [],
    texts: [],
    page: new Set(),
    total: false,
  };
  for (const [response, same] of collectFields(planning, type, selectionSets(nodes))) {
    addField(planning, type, response, same, draft, options.cut);
  }
  if (draft.edges.length === 0 && draft.page.size > 0)
    addEdges(planning, type, EDGES, [], draft, options.cut);
  const flags = ['hasNextPage', 'hasPreviousPage'].filter((flag) => draft.page.has(flag));
  if (flags.length > 0) draft.texts.push(plainText(`${PAGE}:pageInfo{${flags.join(' ')}}`));
  if (draft.total) draft.texts.push(plainText(`${TOTAL}:totalCount`));
  const text = joinTexts(draft.texts);
  return {
    selection: onlySelection({
      typeName: type.name,
      fields: draft.fields,
      steps: draft.steps,
      text,
      entity: null,
    }),
    edges: draft.edges,
    wants: {
      rows: draft.edges.length > 0,
      next: draft.page.has('hasNextPage'),
      previous: draft.page.has('hasPreviousPage'),
      total: draft.total,
    },
    reference: ruleOf(planning.contract, edgeTypeOf(type).getFields().node!).reference ?? 'local',
    fields: draft.folds,
    orderEnum: orderEnumOf(field),
    text,
  };
}

interface Draft {
  edges: EdgesPlan[];
  fields: FieldPlan[];
  folds: FoldField[];
  steps: Step[];
  texts: Text[];
  /** Names of the page info's fields that the caller selects. */
  page: Set<string>;
  total: boolean;
}

function addField(
  planning: Planning,
  type: GraphQLObjectType,
  response: string,
  nodes: FieldNode[],
  draft: Draft,
  cut: boolean,
): void {
  const name = nodes[0]!.name.value;
  if (name === '__typename') {
    draft.fields.push({ response, raw: response, shape: { kind: 'constant', value: type.name } });
    return;
  }
  const field: Field = type.getFields()[name]!;
  switch (name) {
    case 'edges': {
      const edges = addEdges(planning, type, response, selectionSets(nodes), draft, cut);
      draft.fields.push({
        response,
        raw: response,
        shape: objectShape(field.type, onlySelection(edges.object)),
      });
      return;
    }
    case 'pageInfo': {
      const selection = planMade(planning, field.type, selectionSets(nodes));
      for (const { raw } of selection.only!.fields) if (raw !== '__typename') draft.page.add(String(raw));
      draft.fields.push({ response, raw: PAGE, shape: objectShape(field.type, selection) });
      return;
    }
    case 'totalCount':
      draft.total = true;
      draft.fields.push({ response, raw: TOTAL, shape: leafShape(field.type) });
      return;
    case 'coverage':
      draft.fields.push({
        response,
        raw: COVERED,
        shape: objectShape(field.type, planMade(planning, field.type, selectionSets(nodes))),
      });
      return;
    default: {
      const fold = planFold(planning, type, response, nodes);
      draft.fields.push(fold.field);
      draft.texts.push(fold.text);
      if (fold.fold) draft.folds.push(fold.fold);
      if (fold.step) draft.steps.push(fold.step);
    }
  }
}

/** The first `edges` carries cursors and keys; a caller's second alias of it is kept in step by position. */
function addEdges(
  planning: Planning,
  connection: GraphQLObjectType,
  response: string,
  sets: SelectionSetNode[],
  draft: Draft,
  cut: boolean,
): EdgesPlan {
  const type = edgeTypeOf(connection);
  const first = draft.edges.length === 0;
  const object = planning.select(planning, type, sets, {
    always: first ? { cursor: CURSOR } : {},
    cut,
  }).only!;
  const found = [...collectFields(planning, type, sets)].find(([, nodes]) => nodes[0]!.name.value === 'node');
  const key = withBraces(
    plainText(`${NODE}:node`),
    planning.select(planning, type.getFields().node!.type, []).text,
  );
  const text = first && !found ? joinTexts([object.text, key]) : object.text;
  draft.texts.push(withBraces(plainText(response === 'edges' ? response : `${response}:edges`), text));
  const edges: EdgesPlan = { raw: response, object, node: found?.[0] ?? NODE };
  draft.edges.push(edges);
  return edges;
}

function edgeTypeOf(connection: GraphQLObjectType): GraphQLObjectType {
  return getNamedType(connection.getFields().edges!.type) as GraphQLObjectType;
}

function orderEnumOf(field: Field): string {
  const orderBy = field.args.find(({ name }) => name === 'orderBy');
  const input = orderBy && getNamedType(orderBy.type);
  return isInputObjectType(input) ? getNamedType(input.getFields().field!.type).name : '';
}
