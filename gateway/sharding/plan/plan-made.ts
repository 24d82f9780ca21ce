// Plans selections of objects that the layer makes by itself: coverage, page info, the service's SDL.
import {
  getNamedType,
  isCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, selectionSets } from './collect-fields';
import { NO_TEXT } from './field-text';
import type { FieldPlan, ObjectPlan, Selection } from './operation-plan';
import type { Planning } from './planning';
import { leafShape, objectShape } from './shape';

/** Made objects are keyed by field name, and no shard is asked them. */
export function planMade(
  planning: Planning,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
): Selection {
  const object = getNamedType(type) as GraphQLObjectType;
  const fields = [...collectFields(planning, object, sets)].map(([response, nodes]): FieldPlan => {
    const name = nodes[0]!.name.value;
    if (name === '__typename')
      return { response, raw: name, shape: { kind: 'constant', value: object.name } };
    const { type: fieldType } = object.getFields()[name]!;
    if (!isCompositeType(getNamedType(fieldType)))
      return { response, raw: name, shape: leafShape(fieldType) };
    return {
      response,
      raw: name,
      shape: objectShape(fieldType, planMade(planning, fieldType, selectionSets(nodes))),
    };
  });
  return onlySelection({ typeName: object.name, fields, steps: [], text: NO_TEXT, entity: null });
}

export function onlySelection(only: ObjectPlan): Selection {
  return { only, objects: new Map([[only.typeName, only]]), text: only.text, hasSteps: hasSteps(only) };
}

export function hasSteps({ steps, entity }: ObjectPlan): boolean {
  return steps.length > 0 || (entity?.scatters.length ?? 0) > 0;
}
