// The nouns of the contract `sharing`.
import type { Contract } from '../kit/federated-schema';
import { AvailabilityWindow } from './availability-window/availability-window';
import { Booking } from './booking/booking';
import { Organization, ResourceCategory, sharing } from './contract';
import { SharedResource } from './shared-resource/shared-resource';

export const sharingContract: Contract = {
  ...sharing,
  nouns: [SharedResource, AvailabilityWindow, Booking],
  extended: [Organization, ResourceCategory],
};
