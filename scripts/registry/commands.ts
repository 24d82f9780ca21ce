// The commands of the registry's command line, in the order in which the help lists them.
import { ADMINISTERING_COMMANDS } from './administering-commands';
import type { Command } from './parse-command';
import { MOVING_COMMANDS } from './moving-commands';
import { PUBLISHING_COMMANDS } from './publishing-commands';
import { REVIEWING_COMMANDS } from './reviewing-commands';

export const COMMANDS: readonly Command[] = [
  ...PUBLISHING_COMMANDS,
  ...MOVING_COMMANDS,
  ...REVIEWING_COMMANDS,
  ...ADMINISTERING_COMMANDS,
];
