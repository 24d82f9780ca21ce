// What the sources state in figures; those that a survey gave are survey results too.
import { Indicator } from '../../cobuilding/indicator/indicator';
import { SurveyResult, type SurveyKind } from '../../cobuilding/indicator/survey-result';
import { facts, figure, text, type Fact } from '../facts';
import { homeOfKey, stated, type Row, type Values } from '../rows';
import { withDoubts } from './doubts';
import { indicatorDefinitionId } from './indicator-definitions';
import { comparatorOf, periodOf } from './period';
import { homeOf, projectId } from './references';

export function statedIndicatorRows(): Row[] {
  return [
    ...facts('indicators').map(indicatorRow),
    ...facts('indicators')
      .filter(({ id }) => id in SURVEYS)
      .map(surveyRow),
  ];
}

function indicatorRow(fact: Fact): Row {
  return stated(Indicator, homeOf(fact, 'organisationId'), withDoubts(fact), {
    ...measured(fact),
    ownerStated: fact.organisationId != null,
    projectId: projectId(fact.projectId),
    indicatorClass: fact.graphClass === 'core' ? 'CORE' : 'SECONDARY',
    suppressed: false,
    isEstimate: fact.estimate === true,
    periodBasis: periodOf(fact).basis,
  });
}

/** What an indicator and a survey result have in common. A masked figure has no value. */
function measured(fact: Fact): Values {
  const period = periodOf(fact);
  return {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    definitionId: indicatorDefinitionId(fact),
    organizationId: homeOfKey(fact.organisationId),
    value: figure(fact, 'value'),
    masked: fact.masked === true,
    unitOfMeasure: text(fact, 'unit'),
    comparator: comparatorOf(fact),
    periodText: period.text,
    periodStart: period.start,
    periodEnd: period.end,
  };
}

interface StatedSurvey {
  kind: keyof typeof SurveyKind;
  basis?: string;
  sampleText?: string;
}

/** No source gives the size of a sample. */
const SURVEYS: Record<string, StatedSurvey> = {
  'ind.dg.satisf': { kind: 'SATISFACTION' },
  'ind.dg.owner': { kind: 'SATISFACTION', sampleText: '业主' },
  'ind.ml.satisf': { kind: 'SATISFACTION', basis: '满意、基本满意', sampleText: '仅部分社区' },
  'ind.dg.health1': { kind: 'AWARENESS' },
  'ind.dg.health2': { kind: 'BEHAVIOUR' },
};

function surveyRow(fact: Fact): Row {
  return stated(SurveyResult, homeOf(fact, 'organisationId'), withDoubts(fact), {
    ...measured(fact),
    ...SURVEYS[fact.id],
  });
}
