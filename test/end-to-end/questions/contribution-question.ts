// Model of question 17: who gave what this year; money is added up, other things by their unit of measure.
import { groups, named, organization, total } from './answer-parts';
import { thisYear, within } from './calendar';
import { coverage, rowsOf, type Row, type World } from './world';

export function contributionsThisYear(world: World) {
  const given = rowsOf(world, 'cobuilding_contribution', ({ contributedOn }) =>
    within(thisYear(world.today), contributedOn),
  );
  const figures = (rows: Row[]) => {
    const [{ contributorId, contributorLabel, unitGroupId, kind, unitOfMeasure, provenance }] = rows as [Row];
    return {
      contributor: organization(world, contributorId),
      contributorLabel,
      unitGroup: named(world, 'directory_unit_group', unitGroupId),
      kind,
      unitOfMeasure,
      provenance,
      pledged: total(rows, 'pledged'),
      delivered: total(rows, 'delivered'),
      pledgedQuantity: known(rows, 'pledgedQuantity'),
      deliveredQuantity: known(rows, 'deliveredQuantity'),
    };
  };
  const columns = ['contributorId', 'contributorLabel', 'unitGroupId', 'kind', 'unitOfMeasure', 'provenance'];
  return {
    contributionSummary: {
      count: given.length,
      coverage: coverage(world, 'cobuilding'),
      groups: groups(given, columns, figures),
    },
  };
}

/** A sum of which one part is not known is not known. */
function known(rows: readonly Row[], column: string): number | null {
  return rows.reduce<number | null>(
    (sum, row) => (sum === null || row[column] === null ? null : sum + (row[column] as number)),
    0,
  );
}
