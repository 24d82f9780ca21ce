// An administrative division with its code, as valid during a time.
import { condition } from '../../kit/sql/condition';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { Day } from '../../kit/scalar/scalars';
import { directory } from '../contract';
import { Record } from '../source-document/source-document';

export const DivisionCodeSystem = createChoice(
  'DivisionCodeSystem',
  '区划代码所属的编码标准。 The standard that a division code belongs to.',
  {
    GB_T_2260: 'GB/T 2260，县级及以上，6 位。 Down to counties, 6 digits.',
    GB_T_10114: 'GB/T 10114，乡镇、街道，9 位。 Townships and subdistricts, 9 digits.',
    STATISTICAL_DIVISION:
      '统计用区划代码，到居委会、村委会，12 位。 Statistical division codes, down to committees, 12 digits.',
  },
);

@Noun({
  contract: directory,
  kind: 'division',
  singular: 'administrativeDivision',
  plural: 'administrativeDivisions',
  description:
    '行政区划及其代码；代码有标准、有有效期。 An administrative division with its code, which has a standard and a time of validity.',
  order: 'code',
  terms: {
    validOn: {
      type: () => Day,
      description: '在此日有效。 Valid on this day.',
      where: (day: string, alias) =>
        condition(
          `((${alias}.validFrom IS NULL OR ${alias}.validFrom <= ?) AND (${alias}.validTo IS NULL OR ${alias}.validTo >= ?))`,
          day,
          day,
        ),
    },
  },
})
export class AdministrativeDivision extends Record {
  @Text('代码。 Code.', { required: true, max: 12, filter: true, order: true })
  code!: string;

  @Choice(() => DivisionCodeSystem, '编码标准。 Standard of the code.', { required: true, filter: true })
  codeSystem!: keyof typeof DivisionCodeSystem;

  @Text('名称。 Name.', { required: true, max: 100 })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 100 })
  nameEn!: string | null;

  @Local(() => AdministrativeDivision, '上级区划。 The division that this one lies in.', {
    inverse: { field: 'subdivisions', description: '下级区划。 Divisions that lie in this one.' },
  })
  parentId!: string | null;

  @DayOf('自此日起有效。 Valid from this day.', { filter: true })
  validFrom!: string | null;

  @DayOf('至此日止有效，当日仍有效。 Valid to this day, inclusive.', { filter: true })
  validTo!: string | null;
}
