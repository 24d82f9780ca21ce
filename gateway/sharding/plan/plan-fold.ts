// Plans how the fields of a scattered object are folded over its parts.
import { getNamedType, isLeafType, isNonNullType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { ruleOf, type Field, type MergeBy } from '../contract/contract';
import { isList, isSummary } from '../contract/type-shape';
import { collectFields, selectionSets } from './collect-fields';
import { fieldText, joinTexts, NO_TEXT, plainText, withBraces, type Text } from './field-text';
import { COVERED, KEY } from './hidden';
import type { FieldPlan, FoldField, ObjectPlan, Selection, Step, SummaryPlan } from './operation-plan';
import { onlySelection, planMade } from './plan-made';
import type { Planning } from './planning';
import { leafShape, objectShape } from './shape';

export interface PlannedFold {
  field: FieldPlan;
  text: Text;
  fold: FoldField | null;
  step: Step | null;
}

/** Of a summary that one home answers: how the layer makes an empty one. */
export function planSummary(planning: Planning, nodes: FieldNode[], field: Field): SummaryPlan | null {
  if (!isSummary(field.type)) return null;
  return { folds: () => planFolds(planning, getNamedType(field.type) as GraphQLObjectType, nodes).folds };
}

/** A scattered object: what shards are asked, how parts are folded, how the whole is written. */
export function planFolds(
  planning: Planning,
  type: GraphQLObjectType,
  nodes: FieldNode[],
  key?: string,
): { selection: Selection; folds: FoldField[]; text: Text } {
  const planned = [...collectFields(planning, type, selectionSets(nodes))].map(([response, same]) =>
    planFold(planning, type, response, same),
  );
  const keyText = key === undefined ? NO_TEXT : plainText(`${KEY}:${key}`);
  const text = joinTexts([keyText, ...planned.map((fold) => fold.text)]);
  const object: ObjectPlan = {
    typeName: type.name,
    fields: planned.map(({ field }) => field),
    steps: planned.flatMap(({ step }) => step ?? []),
    text,
    entity: null,
  };
  return { selection: onlySelection(object), folds: planned.flatMap(({ fold }) => fold ?? []), text };
}

export function planFold(
  planning: Planning,
  type: GraphQLObjectType,
  response: string,
  nodes: FieldNode[],
): PlannedFold {
  const node = nodes[0]!;
  const name = node.name.value;
  if (name === '__typename') return { ...made(response, response, { kind: 'constant', value: type.name }) };
  const field: Field = type.getFields()[name]!;
  const rule = ruleOf(planning.contract, field);
  if (getNamedType(field.type).name === 'Coverage') {
    return made(
      response,
      COVERED,
      objectShape(field.type, planMade(planning, field.type, selectionSets(nodes))),
    );
  }
  const head = fieldText(response, node);
  if (isLeafType(getNamedType(field.type))) {
    const by = rule.merge && 'by' in rule.merge ? rule.merge.by : null;
    const fold: FoldField = by
      ? { kind: 'scalar', raw: response, by, number: numberOf(field, by) }
      : { kind: 'dimension', raw: response };
    return { field: { response, raw: response, shape: leafShape(field.type) }, text: head, fold, step: null };
  }
  return rule.reference
    ? planDimension(planning, response, nodes, field)
    : planNested(planning, response, nodes, field);
}

function planNested(planning: Planning, response: string, nodes: FieldNode[], field: Field): PlannedFold {
  const { merge } = ruleOf(planning.contract, field);
  const key = merge && 'key' in merge ? merge.key : undefined;
  const { selection, folds, text } = planFolds(
    planning,
    getNamedType(field.type) as GraphQLObjectType,
    nodes,
    key,
  );
  const fold: FoldField =
    key !== undefined && isList(field.type)
      ? { kind: 'groups', raw: response, key: KEY, fields: folds, nullable: !isNonNullType(field.type) }
      : { kind: 'object', raw: response, fields: folds };
  return {
    field: { response, raw: response, shape: objectShape(field.type, selection) },
    text: withBraces(fieldText(response, nodes[0]!), text),
    fold,
    step: selection.hasSteps ? { kind: 'object', raw: response, selection, summary: null } : null,
  };
}

/** An entity that a group is about: always cut, for a group stands for many homes. */
function planDimension(planning: Planning, response: string, nodes: FieldNode[], field: Field): PlannedFold {
  const selection = planning.select(planning, field.type, selectionSets(nodes));
  const key = planning.select(planning, field.type, []);
  return {
    field: { response, raw: response, shape: objectShape(field.type, selection) },
    text: withBraces(fieldText(response, nodes[0]!), key.text),
    fold: { kind: 'dimension', raw: response },
    step: { kind: 'entity', raw: response, selection, reference: 'foreign' },
  };
}

function made(response: string, raw: string | symbol, shape: FieldPlan['shape']): PlannedFold {
  return { field: { response, raw, shape }, text: NO_TEXT, fold: null, step: null };
}

function numberOf(field: Field, by: MergeBy): 'number' | 'decimal' | 'other' {
  const { name } = getNamedType(field.type);
  if (name === 'Int' || name === 'Float') return 'number';
  return by === 'SUM' ? 'decimal' : 'other';
}
