// Plans what is selected of a composite type: each object type by itself, entities with their key.
import {
  getNamedType,
  isAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { possibleTypes } from '../contract/type-shape';
import { collectFields } from './collect-fields';
import { joinTexts, plainText, withBraces } from './field-text';
import { ID, TYPE } from './hidden';
import type { EntityPlan, ObjectPlan, PlannedField, Selection } from './operation-plan';
import { planField } from './plan-field';
import { hasSteps, onlySelection } from './plan-made';
import { nextNumber, type Planning, type SelectOptions } from './planning';

export function planSelection(
  planning: Planning,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  options: SelectOptions = {},
): Selection {
  const types = possibleTypes(planning.contract.schema, type);
  const plans = types.map((possible) => planObject(planning, possible, sets, options));
  if (!isAbstractType(getNamedType(type))) return onlySelection(plans[0]!);
  const fragments = plans.filter(({ text }) => text.text !== '').map(fragmentText);
  return {
    only: null,
    objects: new Map(plans.map((plan) => [plan.typeName, plan])),
    text: joinTexts([plainText(`${TYPE}:__typename`), ...fragments]),
    hasSteps: plans.some((plan) => hasSteps(plan) || plan.entity !== null),
  };
}

const fragmentText = ({ typeName, text }: ObjectPlan) => withBraces(plainText(`...on ${typeName}`), text);

function planObject(
  planning: Planning,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  options: SelectOptions,
): ObjectPlan {
  const isEntity = planning.contract.entities.has(type.name);
  const always = isEntity ? { ...options.always, id: ID } : (options.always ?? {});
  const planned = [...collectFields(planning, type, sets)].map(([response, nodes]) =>
    planField(planning, type, response, nodes, { always, cut: options.cut }),
  );
  const keys = Object.entries(always).map(([name, alias]) => plainText(`${alias}:${name}`));
  const object: ObjectPlan = {
    typeName: type.name,
    fields: planned.map(({ field }) => field),
    steps: planned.flatMap(({ step }) => step ?? []),
    text: joinTexts([...keys, ...planned.map(({ text }) => text)]),
    entity: null,
  };
  if (isEntity) object.entity = planEntity(planning, object, planned);
  return object;
}

function planEntity(planning: Planning, object: ObjectPlan, planned: PlannedField[]): EntityPlan {
  const number = nextNumber(planning);
  const representations = `_lx_r${number}`;
  const alias = `_lx_${number}`;
  const head = `${alias}:_entities(representations:$${representations}){...on ${object.typeName}`;
  return {
    object,
    root: planning.root,
    isStub: planning.contract.stubs.has(object.typeName),
    hasOwn: planned.some(({ text }) => text.text !== ''),
    own: {
      number,
      alias,
      text: `${withBraces(plainText(head), object.text).text}}`,
      definitions: [`$${representations}:[_Any!]!`],
      variables: object.text.variables,
    },
    representations,
    scatters: planned.flatMap(({ scatter }) => scatter ?? []),
  };
}
