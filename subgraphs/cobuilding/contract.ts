// The contract `cobuilding`: agreements, projects, activities, stations and what is measured of them. The street and every community serve it.
import { createExtendedType, createKeyOnlyType } from '../kit/noun/references';
import { createRecord } from '../kit/record';

export const cobuilding = { name: 'cobuilding', sharded: true };

export const Organization = createExtendedType('Organization');
export const IndicatorDefinition = createExtendedType('IndicatorDefinition');
export const WorkArea = createKeyOnlyType('WorkArea');
export const ResourceCategory = createKeyOnlyType('ResourceCategory');
export const SourceDocument = createKeyOnlyType('SourceDocument');
export const UnitGroup = createKeyOnlyType('UnitGroup');
export const Need = createKeyOnlyType('Need');
export const SharedResource = createKeyOnlyType('SharedResource');
export const JointConference = createKeyOnlyType('JointConference');

export const Record = createRecord(cobuilding, { document: () => SourceDocument, owner: () => Organization });
