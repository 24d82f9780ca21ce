// Made-up joint conferences, dated from the day of the start: the street's, and a small one of a community.
import type { Row } from '../rows';
import { communityConferenceRows } from './conference/community-conference';
import { streetConferenceRows } from './conference/street-conference';

export function inventedConferenceRows(today: string): Row[] {
  return [...streetConferenceRows(today), ...communityConferenceRows(today)];
}
