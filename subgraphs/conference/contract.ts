// The contract `conference`: who meets, what is put forward, what is decided, and how it is followed up. The street and every community serve it.
import { createExtendedType, createKeyOnlyType } from '../kit/noun/references';
import { createRecord } from '../kit/record';

export const conference = { name: 'conference', sharded: true };

export const Organization = createExtendedType('Organization');
export const Need = createExtendedType('Need');
export const AgreementTask = createExtendedType(
  'AgreementTask');
export const JointProject = createExtendedType('JointProject');
export const UnitGroup = createKeyOnlyType('UnitGroup');
export const WorkArea = createKeyOnlyType('WorkArea');
export const SharedResource = createKeyOnlyType('SharedResource');
export const SourceDocument = createKeyOnlyType('SourceDocument');

export const Record = createRecord(conference, { document: () => SourceDocument, owner: () => Organization });
