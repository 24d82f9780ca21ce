// The contract `cobuilding`: agreements, projects, activities, stations and what is measured of them. The street and every community serve it.
import { createExtendedType, createKeyOnlyType } from '../kit/noun/references';
import { createRecord } from '../kit/record';

export const cobuilding = { name: 'cobuilding', sharded: true };

export const Organization = createExtendedType('Organization', '单位。 An organization of the directory.');
export const IndicatorDefinition = createExtendedType('IndicatorDefinition', '指标的定义与口径。 The definition of an indicator.');
export const WorkArea = createKeyOnlyType('WorkArea', '工作领域。 A work area.');
export const ResourceCategory = createKeyOnlyType('ResourceCategory', '资源与需求共用的类别。 A category that resources and needs share.');
export const SourceDocument = createKeyOnlyType('SourceDocument', '来源文件。 A source document.');
export const UnitGroup = createKeyOnlyType('UnitGroup', '未列名的一组单位。 A group of unnamed units.');
export const Need = createKeyOnlyType('Need', '需求。 A need.');
export const SharedResource = createKeyOnlyType('SharedResource', '共享资源。 A shared resource.');
export const JointConference = createKeyOnlyType('JointConference', '联席会议。 A joint conference.');

export const Record = createRecord(cobuilding, { document: () => SourceDocument, owner: () => Organization });
