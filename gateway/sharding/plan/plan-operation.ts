// Compiles one operation: each root field knows who is asked and with what text.
import { getNamedType, isLeafType, print, type FieldNode, type GraphQLObjectType } from 'graphql';
import { ruleOf, type Contract, type Field, type HomePlace } from '../contract/contract';
import { isConnection } from '../contract/type-shape';
import { planSummary } from './plan-fold';
import { collectFields, selectionSets } from './collect-fields';
import { fieldText, withBraces, type Text } from './field-text';
import type { AskPlan, FieldPlan, OperationPlan, RootPlan, Step } from './operation-plan';
import type { ParsedOperation } from './parse-operation';
import { planConnection } from './plan-connection';
import { planMade } from './plan-made';
import { planScatter } from './plan-scatter';
import { planSelection } from './plan-selection';
import { nextNumber, type Planning } from './planning';
import { argumentReader } from './read-arguments';
import { leafShape, objectShape } from './shape';

export function planOperation(
  contract: Contract,
  parsed: ParsedOperation,
  conditions: Record<string, unknown>,
): OperationPlan {
  const { operation, fragments } = parsed;
  const planning: Planning = {
    contract,
    fragments,
    conditions,
    root: '',
    counter: { numbers: 0, fields: 0 },
    select: planSelection,
  };
  const type = contract.schema.getRootType(operation.operation)!;
  const roots = [...collectFields(planning, type, [operation.selectionSet])].map(([response, nodes]) =>
    planRoot({ ...planning, root: response }, type, response, nodes),
  );
  const definitions = (operation.variableDefinitions ?? []).map(
    (node) => [node.variable.name.value, print(node)] as const,
  );
  return {
    kind: operation.operation === 'mutation' ? 'mutation' : 'query',
    roots,
    definitions: new Map(definitions),
    requests: new Map(),
  };
}

function planRoot(
  planning: Planning,
  type: GraphQLObjectType,
  response: string,
  nodes: FieldNode[],
): RootPlan {
  const name = nodes[0]!.name.value;
  const made = (shape: FieldPlan['shape'], value: unknown): RootPlan => ({
    kind: 'made',
    response,
    value,
    field: { response, raw: response, shape },
  });
  if (name === '__typename') return made({ kind: 'constant', value: type.name }, type.name);
  const field: Field = type.getFields()[name]!;
  if (name === '_service')
    return made(objectShape(field.type, planMade(planning, field.type, selectionSets(nodes))), {
      sdl: planning.contract.sdl,
    });
  if (name === '_entities') return planEntities(planning, response, nodes, field);
  const rule = ruleOf(planning.contract, field);
  if (rule.scatter) {
    const { scatter, shape } = planScatter(planning, null, response, nodes, field);
    return { kind: 'scattered', response, scatter, field: { response, raw: response, shape } };
  }
  const home = rule.homes[0]!;
  return home.list
    ? planRoutedList(planning, response, nodes, field, home)
    : planRouted(planning, response, nodes, field, home);
}

function planEntities(planning: Planning, response: string, nodes: FieldNode[], field: Field): RootPlan {
  const selection = planSelection(planning, field.type, selectionSets(nodes));
  return {
    kind: 'entities',
    response,
    selection,
    field: { response, raw: response, shape: objectShape(field.type, selection) },
    read: argumentReader(field, nodes[0]!),
  };
}

/** One home answers. */
function planRouted(
  planning: Planning,
  response: string,
  nodes: FieldNode[],
  field: Field,
  home: HomePlace,
): RootPlan {
  const node = nodes[0]!;
  const number = nextNumber(planning);
  const alias = `_lx_${number}`;
  const head = fieldText(alias, node);
  const read = argumentReader(field, node);
  const routed = (text: Text, shape: FieldPlan['shape'], steps: Step[]): RootPlan => ({
    kind: 'routed',
    response,
    home,
    read,
    ask: { number, alias, text: text.text, definitions: [], variables: text.variables },
    steps,
    field: { response, raw: response, shape },
  });
  if (isLeafType(getNamedType(field.type))) return routed(head, leafShape(field.type), []);
  if (isConnection(field.type)) {
    const connection = planConnection(planning, field, nodes, { cut: false });
    const step: Step = { kind: 'connection', raw: response, connection, read };
    return routed(withBraces(head, connection.text), objectShape(field.type, connection.selection), [step]);
  }
  const selection = planSelection(planning, field.type, selectionSets(nodes));
  const { reference } = ruleOf(planning.contract, field);
  const step: Step = reference
    ? { kind: 'entity', raw: response, selection, reference }
    : { kind: 'object', raw: response, selection, summary: planSummary(planning, nodes, field) };
  const asked = reference === 'foreign' ? planSelection(planning, field.type, []).text : selection.text;
  return routed(withBraces(head, asked), objectShape(field.type, selection), [step]);
}

/** N ids in, N answers out, by position; each shard gets its own ids. */
function planRoutedList(
  planning: Planning,
  response: string,
  nodes: FieldNode[],
  field: Field,
  home: HomePlace,
): RootPlan {
  const node = nodes[0]!;
  const number = nextNumber(planning);
  const alias = `_lx_${number}`;
  const idsVariable = `_lx_i${number}`;
  const [argument] = home.path as [string];
  const leaf = isLeafType(getNamedType(field.type));
  const selection = leaf ? null : planSelection(planning, field.type, selectionSets(nodes));
  const head = fieldText(alias, node, { [argument]: idsVariable });
  const text = selection ? withBraces(head, selection.text) : head;
  const type = field.args.find(({ name }) => name === argument)!.type;
  const ask: AskPlan = {
    number,
    alias,
    text: text.text,
    definitions: [`$${idsVariable}:${type}`],
    variables: text.variables,
  };
  const shape = selection ? objectShape(field.type, selection) : leafShape(field.type);
  return {
    kind: 'routed-list',
    response,
    home,
    ask,
    idsVariable,
    selection,
    read: argumentReader(field, node),
    field: { response, raw: response, shape },
  };
}
