// The nouns of the contract `sharing`.
import type { Contract } from '../kit/federated-schema';
import { OutboxResolver } from '../kit/workflow/outbox-resolver';
import { AnnualPlan } from './annual-plan/annual-plan';
import { PlanMeasure } from './annual-plan/plan-measure';
import { AvailabilityWindow } from './availability-window/availability-window';
import { Booking } from './booking/booking';
import { Organization, ResourceCategory, sharing } from './contract';
import { CalendarDay } from './calendar/calendar-day';
import { followedCalendar, KeptCalendarDay } from './calendar/kept-calendar';
import { Course } from './course/course';
import { CourseSession } from './course/course-session';
import { LiaisonOffice } from './liaison-office/liaison-office';
import { Need } from './need/need';
import { NeedClaim } from './need/need-claim';
import { SHARING_REFUSALS } from './refusals';
import { SharedResource } from './shared-resource/shared-resource';
import { sharingMachines } from './workflow/machines';
import { VolunteerTeam } from './volunteer-team/volunteer-team';
import './free-slots/free-slots';

export const sharingContract: Contract = {
  ...sharing,
  nouns: [
    SharedResource,
    AvailabilityWindow,
    Booking,
    Course,
    CourseSession,
    Need,
    NeedClaim,
    AnnualPlan,
    PlanMeasure,
    LiaisonOffice,
    VolunteerTeam,
    CalendarDay,
  ],
  tables: [KeptCalendarDay],
  followed: [followedCalendar],
  extended: [Organization, ResourceCategory],
  machines: sharingMachines,
  refusals: SHARING_REFUSALS,
  // Every shard serves this contract, so every home finds its outbox here.
  resolvers: [OutboxResolver],
};
