// All rules of a sharded contract; each file of rules returns sentences with their place.
import { isObjectType, type GraphQLObjectType } from 'graphql';
import { checkConnectionShape } from './check-connection-shape';
import { checkReference } from './check-references';
import { checkMutation, checkRootField, checkStrayHomes } from './check-routes';
import { checkScatter } from './check-scatter';
import { ruleOf, type Contract, type Field } from './contract';
import { isConnection } from './type-shape';

export interface Place {
  contract: Contract;
  type: GraphQLObjectType;
  field: Field;
  /** `Type.field`. */
  name: string;
}

export function checkContract(contract: Contract): string[] {
  const { schema } = contract;
  const faults: string[] = [];
  if (schema.getSubscriptionType()) faults.push('Subscription: a sharded contract has no subscriptions.');
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('_'))
        faults.push(...checkField({ contract, type, field, name: `${type.name}.${field.name}` }));
    }
  }
  return faults;
}

function checkField(place: Place): string[] {
  const { contract, type, field } = place;
  const { schema } = contract;
  const rule = ruleOf(contract, field);
  const faults = checkReference(place);
  if (rule.scatter) faults.push(...checkScatter(place));
  else if (isConnection(field.type)) faults.push(...checkConnectionShape(place));
  if (
    rule.merge &&
    'key' in rule.merge &&
    field.astNode?.directives?.some((d) => d.arguments?.some((a) => a.name.value === 'by'))
  )
    faults.push(`${place.name}: @merge takes either by or key.`);
  if (type === schema.getQueryType()) faults.push(...checkRootField(place));
  else if (type === schema.getMutationType()) faults.push(...checkMutation(place));
  else faults.push(...checkStrayHomes(place));
  return faults;
}
