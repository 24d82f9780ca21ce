// The contract `conference`: who meets, what is put forward, what is decided, and how it is followed up. The street and every community serve it.
import { createExtendedType, createKeyOnlyType } from '../kit/noun/references';
import { createRecord } from '../kit/record';

export const conference = { name: 'conference', sharded: true };

export const Organization = createExtendedType('Organization', '单位。 An organization of the directory.');
export const Need = createExtendedType('Need', '需求。 A need that an organization raised.');
export const AgreementTask = createExtendedType(
  'AgreementTask',
  '共建协议的任务。 A task of a co-building agreement.',
);
export const JointProject = createExtendedType('JointProject', '共建项目。 A joint project.');
export const UnitGroup = createKeyOnlyType('UnitGroup', '未列名的一组单位。 A group of unnamed units.');
export const WorkArea = createKeyOnlyType('WorkArea', '工作领域。 A work area.');
export const SharedResource = createKeyOnlyType('SharedResource', '共享资源。 A shared resource.');
export const SourceDocument = createKeyOnlyType('SourceDocument', '来源文件。 A source document.');

export const Record = createRecord(conference, { document: () => SourceDocument, owner: () => Organization });
