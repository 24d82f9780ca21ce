// Plans one field of an object that a shard answers: kept, cut, or taken out to be asked of every shard.
import { getNamedType, isLeafType, type FieldNode, type GraphQLObjectType } from 'graphql';
import { ruleOf, type Field } from '../contract/contract';
import { isConnection, isCoverage } from '../contract/type-shape';
import { planSummary } from './plan-fold';
import { selectionSets } from './collect-fields';
import { fieldText, NO_TEXT, withBraces } from './field-text';
import { COVERED } from './hidden';
import type { PlannedField, Step } from './operation-plan';
import { planConnection } from './plan-connection';
import { planMade } from './plan-made';
import { planScatter } from './plan-scatter';
import type { Planning, SelectOptions } from './planning';
import { argumentReader } from './read-arguments';
import { leafShape, objectShape } from './shape';

export function planField(
  planning: Planning,
  type: GraphQLObjectType,
  response: string,
  nodes: FieldNode[],
  { always = {}, cut = false }: SelectOptions,
): PlannedField {
  const node = nodes[0]!;
  const name = node.name.value;
  if (name === '__typename') return unasked(response, response, { kind: 'constant', value: type.name });
  const field: Field = type.getFields()[name]!;
  if (always[name] !== undefined) return unasked(response, always[name], leafShape(field.type));
  if (ruleOf(planning.contract, field).scatter) return planScattered(planning, type, response, nodes, field);
  if (isCoverage(field.type)) return planCoverage(planning, response, nodes, field);
  if (isLeafType(getNamedType(field.type))) {
    return { ...unasked(response, response, leafShape(field.type)), text: fieldText(response, node) };
  }
  return isConnection(field.type)
    ? planLocalConnection(planning, response, nodes, field)
    : planComposite(planning, response, nodes, field, cut);
}

function unasked(response: string, raw: string, shape: PlannedField['field']['shape']): PlannedField {
  return { field: { response, raw, shape }, text: NO_TEXT, step: null, scatter: null };
}

function planScattered(
  planning: Planning,
  type: GraphQLObjectType,
  response: string,
  nodes: FieldNode[],
  field: Field,
): PlannedField {
  const { scatter, shape } = planScatter(planning, type.name, response, nodes, field);
  return { field: { response, raw: response, shape }, text: NO_TEXT, step: null, scatter };
}

function planCoverage(planning: Planning, response: string, nodes: FieldNode[], field: Field): PlannedField {
  const shape = objectShape(field.type, planMade(planning, field.type, selectionSets(nodes)));
  return {
    field: { response, raw: COVERED, shape },
    text: NO_TEXT,
    step: { kind: 'coverage' },
    scatter: null,
  };
}

/** A connection whose rows all have the home of the object that it stands on: a merge of one part. */
function planLocalConnection(
  planning: Planning,
  response: string,
  nodes: FieldNode[],
  field: Field,
): PlannedField {
  const connection = planConnection(planning, field, nodes, { cut: false });
  const read = argumentReader(field, nodes[0]!);
  return {
    field: { response, raw: response, shape: objectShape(field.type, connection.selection) },
    text: withBraces(fieldText(response, nodes[0]!), connection.text),
    step: { kind: 'connection', raw: response, connection, read },
    scatter: null,
  };
}

function planComposite(
  planning: Planning,
  response: string,
  nodes: FieldNode[],
  field: Field,
  cut: boolean,
): PlannedField {
  const selection = planning.select(planning, field.type, selectionSets(nodes));
  const declared = ruleOf(planning.contract, field).reference;
  const reference = declared && cut ? 'foreign' : declared;
  const text = reference === 'foreign' ? planning.select(planning, field.type, []).text : selection.text;
  const summary = planSummary(planning, nodes, field);
  let step: Step | null = null;
  if (reference) step = { kind: 'entity', raw: response, selection, reference };
  else if (selection.hasSteps || summary) step = { kind: 'object', raw: response, selection, summary };
  return {
    field: { response, raw: response, shape: objectShape(field.type, selection) },
    text: withBraces(fieldText(response, nodes[0]!), text),
    step,
    scatter: null,
  };
}
