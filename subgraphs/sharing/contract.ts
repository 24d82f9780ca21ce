// The contract `sharing`: what organizations open to each other and what they need. Every organization serves it.
import { createExtendedType, createKeyOnlyType } from '../kit/noun/references';
import { createRecord } from '../kit/record';

export const sharing = { name: 'sharing', sharded: true };

export const Organization = createExtendedType('Organization', '单位。 An organization of the directory.');
export const ResourceCategory = createExtendedType('ResourceCategory', '资源与需求共用的类别。 A category that resources and needs share.');
export const WorkArea = createKeyOnlyType('WorkArea', '工作领域。 A work area.');
export const SourceDocument = createKeyOnlyType('SourceDocument', '来源文件。 A source document.');
export const UnitGroup = createKeyOnlyType('UnitGroup', '未列名的一组单位。 A group of unnamed units.');
export const JointProject = createKeyOnlyType('JointProject', '共建项目。 A joint project.');
export const CoBuildingAgreement = createKeyOnlyType('CoBuildingAgreement', '共建协议。 A co-building agreement.');
export const AgendaItem = createKeyOnlyType('AgendaItem', '议题。 An agenda item.');

export const Record = createRecord(sharing, { document: () => SourceDocument, owner: () => Organization });
