// The nouns of the contract `directory`.
import type { Contract } from '../kit/federated-schema';
import { AdministrativeDivision } from './administrative-division/administrative-division';
import { directory } from './contract';
import { Honour } from './honour/honour';
import { IndicatorDefinition } from './indicator-definition/indicator-definition';
import { Organization } from './organization/organization';
import { PolicyDocument } from './policy-document/policy-document';
import { PolicyDocumentCopy } from './policy-document/policy-document-copy';
import { ResourceCategory } from './resource-category/resource-category';
import { DataQualityNote } from './source-document/data-quality-note';
import { SourceDocument } from './source-document/source-document';
import { StarRating } from './star-rating/star-rating';
import { UnitGroup } from './unit-group/unit-group';
import { WorkArea } from './work-area/work-area';

export const directoryContract: Contract = {
  ...directory,
  nouns: [
    Organization,
    UnitGroup,
    AdministrativeDivision,
    ResourceCategory,
    WorkArea,
    IndicatorDefinition,
    PolicyDocument,
    PolicyDocumentCopy,
    SourceDocument,
    DataQualityNote,
    StarRating,
    Honour,
  ],
  extended: [],
};
