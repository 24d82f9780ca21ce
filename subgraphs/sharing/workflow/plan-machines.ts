// What may be done with an annual plan and its measures, by the organization whose plan it is.
import { createMachine } from '../../kit/workflow/machine';
import { owner } from '../../kit/workflow/role';
import { AnnualPlan, PlanState } from '../annual-plan/annual-plan';
import { MeasureState, PlanMeasure } from '../annual-plan/plan-measure';

const who = [owner];

export const annualPlanMachine = createMachine<AnnualPlan>(AnnualPlan, {
  states: PlanState,
  creations: {
    createAnnualPlan: {
      description: '起草年度计划。 Drafts an annual plan.',
      to: 'DRAFT',
      who,
      takes: ['title', 'year'],
    },
  },
  transitions: {
    updateAnnualPlan: {
      description: '修改计划草稿。 Changes a draft plan.',
      from: ['DRAFT'],
      who,
      takes: ['title', 'year'],
    },
    adoptAnnualPlan: { description: '定下计划。 Adopts a plan.', from: ['DRAFT'], to: 'ADOPTED', who },
    completeAnnualPlan: {
      description: '完成计划。 Completes a plan.',
      from: ['ADOPTED'],
      to: 'COMPLETED',
      who,
    },
  },
});

const MEASURE = ['number', 'text', 'workAreaId', 'dueOn'] as const;

export const planMeasureMachine = createMachine<PlanMeasure>(PlanMeasure, {
  states: MeasureState,
  creations: {
    addPlanMeasure: {
      description: '在计划中加一项措施。 Adds a measure to a plan.',
      under: 'planId',
      to: 'PLANNED',
      who,
      takes: MEASURE,
    },
  },
  transitions: {
    updatePlanMeasure: {
      description: '修改措施。 Changes a measure.',
      from: ['PLANNED', 'IN_PROGRESS'],
      who,
      takes: MEASURE,
    },
    startPlanMeasure: {
      description: '开始推进。 Starts a measure.',
      from: ['PLANNED'],
      to: 'IN_PROGRESS',
      who,
    },
    finishPlanMeasure: {
      description: '完成措施。 Finishes a measure.',
      from: ['IN_PROGRESS'],
      to: 'DONE',
      who,
    },
    dropPlanMeasure: {
      description: '取消措施，须写原因。 Drops a measure, with a reason.',
      from: ['PLANNED', 'IN_PROGRESS'],
      to: 'DROPPED',
      who,
      reasonRequired: true,
    },
  },
});
