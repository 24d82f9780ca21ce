// The contract `sharing`: what organizations open to each other and what they need. Every organization serves it.
import { createExtendedType, createKeyOnlyType } from '../kit/noun/references';
import { createRecord } from '../kit/record';

export const sharing = { name: 'sharing', sharded: true };

export const Organization = createExtendedType('Organization');
export const ResourceCategory = createExtendedType('ResourceCategory');
export const WorkArea = createKeyOnlyType('WorkArea');
export const SourceDocument = createKeyOnlyType('SourceDocument');
export const UnitGroup = createKeyOnlyType('UnitGroup');
export const JointProject = createKeyOnlyType('JointProject');
export const CoBuildingAgreement = createKeyOnlyType('CoBuildingAgreement');
export const AgendaItem = createKeyOnlyType('AgendaItem');

export const Record = createRecord(sharing, { document: () => SourceDocument, owner: () => Organization });
