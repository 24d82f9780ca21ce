// The page of this group: its figures, each with its rows.
import { FigureTables } from '../../pieces/figure-tables';
import { useCommunityFigures } from './figures';

export function View() {
  return <FigureTables slots={useCommunityFigures()} />;
}
