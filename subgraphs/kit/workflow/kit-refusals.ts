// The refusals that every contract with machines has.
import type { Class } from '../noun/spec';
import { ConfirmationNeeded, PersonalData } from './personal-data';
import {
  AlreadyExists,
  Incomplete,
  InvalidInput,
  KeyReused,
  NotAllowed,
  NotAllowedInState,
  NotFound,
  StaleVersion,
  WrongTime,
} from './refusal';

export const KIT_REFUSALS: Class[] = [
  NotFound,
  NotAllowed,
  NotAllowedInState,
  StaleVersion,
  KeyReused,
  InvalidInput,
  WrongTime,
  Incomplete,
  AlreadyExists,
  PersonalData,
  ConfirmationNeeded,
];
