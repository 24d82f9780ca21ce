// How figures are entered and corrected: indicators and results of surveys. Small figures about vulnerable groups are not stored.
import { createMachine, type InputField, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { invalidInput } from '../../kit/workflow/sentences';
import { Indicator } from '../indicator/indicator';
import { SurveyResult } from '../indicator/survey-result';

const who = [owner];
const SMALLEST_SHOWN = 10;
const PERIOD = ['comparator', 'periodText', 'periodStart', 'periodEnd'] as const;
const INDICATOR = [
  'name',
  'nameEn',
  'definitionId',
  'organizationId',
  'projectId',
  'indicatorClass',
  'value',
  'unitOfMeasure',
  'isEstimate',
  'asOf',
  ...PERIOD,
] as const;
const SURVEY = [
  'name',
  'nameEn',
  'kind',
  'definitionId',
  'organizationId',
  'value',
  'unitOfMeasure',
  'basis',
  'sampleSize',
  'sampleText',
  'surveyedOn',
  ...PERIOD,
] as const;
const more: Record<string, InputField> = {
  aboutVulnerableGroup: {
    type: () => Boolean,
    required: true,
    description:
      '是否涉及困难群体；是且不足 10 的，不存不显示。 Whether it is about a vulnerable group; if so, a figure below 10 is neither stored nor shown.',
  },
};

export const indicatorMachine = createMachine<Indicator>(Indicator, {
  creations: {
    recordIndicator: {
      description:
        '登记一个指标，连同单位、口径和期间。 Enters an indicator with its unit, definition and period.',
      who,
      takes: INDICATOR,
      more,
      check: faultInFigure,
      change: (step) => ({ ...suppression(step), ownerStated: true }),
    },
  },
  transitions: {
    correctIndicator: {
      description: '更正指标，须写原因。 Corrects an indicator, with a reason.',
      who,
      takes: INDICATOR,
      more,
      reasonRequired: true,
      check: faultInFigure,
      change: suppression,
    },
  },
});

export const surveyResultMachine = createMachine<SurveyResult>(SurveyResult, {
  creations: {
    recordSurveyResult: {
      description:
        '登记调查结果（汇总）：数值、口径、样本。 Enters a survey result: value, basis and sample.',
      who,
      takes: SURVEY,
      check: faultInFigure,
      change: ({ actor }) => ({ surveyedById: actor.organization }),
    },
  },
  transitions: {
    correctSurveyResult: {
      description: '更正调查结果，须写原因。 Corrects a survey result, with a reason.',
      who,
      takes: SURVEY,
      reasonRequired: true,
      check: faultInFigure,
    },
  },
});

type Figure = Pick<Indicator, 'value' | 'unitOfMeasure' | 'periodStart' | 'periodEnd'>;

function faultInFigure({ row, values }: Pick<Step<Figure>, 'row' | 'values'>): Refusal | null {
  const { value, unitOfMeasure, periodStart, periodEnd } = { ...row, ...values };
  if (unitOfMeasure === '%' && value != null && value > 100)
    return invalidInput('value', { zh: '百分比不应超过 100。', en: 'a percentage may not exceed 100.' });
  if (!periodStart || !periodEnd || periodEnd >= periodStart) return null;
  return invalidInput('periodEnd', { zh: '不应早于期间首日。', en: 'it may not come before the first day.' });
}

function suppression({ row, values, input }: Step<Indicator>): Partial<Indicator> {
  const { value = row.value } = values;
  const suppressed = input.aboutVulnerableGroup === true && value != null && value < SMALLEST_SHOWN;
  return suppressed ? { value: null, suppressed } : { suppressed };
}
