// An organization: the street, a community, one of its bodies, or a unit stationed in the area.
import { BeforeInsert, BeforeUpdate } from 'typeorm';
import { Choice, Decimal, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { AdministrativeDivision } from '../administrative-division/administrative-division';
import { directory } from '../contract';
import { Record } from '../source-document/source-document';
import { OrganizationKind } from './organization-kind';
import { isUnifiedSocialCreditCode } from './unified-social-credit-code';

/** Its id is its home: `<home>`, one word without a dot. */
@Noun({
  contract: directory,
  kind: 'organization',
  singular: 'organization',
  plural: 'organizations',
  description:
    '单位：街道、社区及其组织、驻区单位；编号即单位自己的归属名。 An organization: a street, a community and its bodies, a stationed unit; its id is the name of its home.',
  order: 'name',
})
export class Organization extends Record {
  @Text('名称。 Name.', { required: true, max: 200, filter: true, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Text('别称。 Another name.', { max: 200 })
  alias!: string | null;

  @Choice(() => OrganizationKind, '类型。 Kind.', {
    required: true,
    filter: true,
    order: true,
    dimension: true,
  })
  kind!: keyof typeof OrganizationKind;

  @Local(
    () => Organization,
    '来源所述的上级单位；未写明为空。 The parent organization as stated; null where the source does not say.',
    {
      inverse: { field: 'bodies', description: '下属单位和组织。 Organizations and bodies under this one.' },
    },
  )
  parentId!: string | null;

  @Text('统一社会信用代码（GB 32100-2015），不作编号。 Unified social credit code, never a key.', {
    max: 18,
    filter: true,
  })
  unifiedSocialCreditCode!: string | null;

  @Local(() => AdministrativeDivision, '所在行政区划。 The administrative division it lies in.', {
    dimension: true,
    inverse: { field: 'organizations', description: '此区划内的单位。 Organizations in this division.' },
  })
  divisionId!: string | null;

  @Flag(
    '虚构的演示单位（“示例……”）；失约、逾期、督办只落在这类单位上。 A fictional organization of the demonstration; absences, delays and supervision are attached to such only.',
    { required: true, filter: true, dimension: true },
  )
  fictional!: boolean;

  @Flag('名称在来源中被遮盖。 The name is masked in the source.', { required: true })
  masked!: boolean;

  @Flag('来源只说有这个单位，没有写名称。 The source mentions the unit without its name.', { required: true })
  unnamed!: boolean;

  @Flag('名称由乱码按上下文还原。 The name was reconstructed from a garbled text.', { required: true })
  reconstructed!: boolean;

  @Decimal('来源所述辖区面积，平方千米。 Area as stated, in square kilometres.')
  statedAreaKm2!: number | null;

  @Whole('来源所述占地面积，平方米。 Land area as stated, in square metres.')
  statedLandAreaM2!: number | null;

  @Whole('来源所述建筑面积，平方米。 Floor area as stated, in square metres.')
  statedFloorAreaM2!: number | null;

  @Whole('来源所述户数。 Households as stated.')
  statedHouseholds!: number | null;

  @Whole('来源所述居民人数。 Residents as stated.')
  statedResidents!: number | null;

  @Flag('居民人数是下限（“……余人”）。 The number of residents is a lower bound.', { required: true })
  statedResidentsIsMinimum!: boolean;

  @Whole('来源所述党员人数，只有总数。 Party members as stated, the total only.')
  statedPartyMembers!: number | null;

  @Whole('来源所述党小组数。 Party groups as stated.')
  statedPartyGroups!: number | null;

  /** No row with a wrong code is stored: a fault of whoever writes it. */
  @BeforeInsert()
  @BeforeUpdate()
  checkUnifiedSocialCreditCode(): void {
    const code = this.unifiedSocialCreditCode;
    if (code != null && !isUnifiedSocialCreditCode(code))
      throw new Error(
        `${this.id}: ${code} is not a unified social credit code (GB 32100-2015); check it or leave it out`,
      );
  }
}
