// What the sources state of agreements, projects, activities, stations, offices, pairings, pledges and figures.
import type { Row } from '../rows';
import { statedActivityRows } from './activity-rows';
import { statedAgreementRows } from './agreement-rows';
import { statedIndicatorRows } from './indicator-rows';
import { statedOfficeRows } from './office-rows';
import { statedPairingRows } from './pairing-rows';
import { statedPledgeRows } from './pledge-rows';
import { statedProjectRows } from './project-rows';
import { statedStationRows } from './station-rows';

export function statedCobuildingRows(): Row[] {
  return [
    ...statedAgreementRows(),
    ...statedProjectRows(),
    ...statedActivityRows(),
    ...statedStationRows(),
    ...statedOfficeRows(),
    ...statedPairingRows(),
    ...statedPledgeRows(),
    ...statedIndicatorRows(),
  ];
}
