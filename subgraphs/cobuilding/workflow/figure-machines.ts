// How figures are entered and corrected: indicators and results of surveys. Small figures about vulnerable groups are not stored.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { invalidInput } from '../../kit/workflow/sentences';
import { suppressSmall, VULNERABLE_GROUP } from '../../kit/workflow/small-figures';
import { Indicator } from '../indicator/indicator';
import { SurveyResult } from '../indicator/survey-result';

const who = [owner];
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
/** Of an indicator it is said each time; its name tells little. */
const more = { aboutVulnerableGroup: { ...VULNERABLE_GROUP.aboutVulnerableGroup, required: true } };

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
      more: VULNERABLE_GROUP,
      check: faultInFigure,
      change: (step) => ({ ...suppressionOfSurvey(step), surveyedById: step.actor.organization }),
    },
  },
  transitions: {
    correctSurveyResult: {
      description: '更正调查结果，须写原因。 Corrects a survey result, with a reason.',
      who,
      takes: SURVEY,
      more: VULNERABLE_GROUP,
      reasonRequired: true,
      check: faultInFigure,
      change: suppressionOfSurvey,
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

function suppression(step: Step<Indicator>): Partial<Indicator> {
  return suppressSmall(step, { figures: ['value'], texts: ['name', 'nameEn'] });
}

/** A share of few people tells of them as a count does. */
function suppressionOfSurvey(step: Step<SurveyResult>): Partial<SurveyResult> {
  const { unitOfMeasure } = { ...step.row, ...step.values };
  const figures = ['sampleSize', ...(unitOfMeasure === '%' ? [] : ['value' as const])] as const;
  const suppressed = suppressSmall(step, { figures, texts: ['name', 'nameEn', 'basis', 'sampleText'] });
  return suppressed.sampleSize === null ? { ...suppressed, value: null } : suppressed;
}
