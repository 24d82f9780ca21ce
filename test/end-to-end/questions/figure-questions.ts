// Models of questions 22, 23 and 25: communities compared, satisfaction, and where figures come from.
import { groups, named, organization, pageWithCursor, source } from './answer-parts';
import { beijingTime } from './calendar';
import { inOrder } from './in-order';
import { coverage, rowById, rowsOf, type Row, type World } from './world';

export function communitiesCompared(world: World) {
  const organizations = inOrder(rowsOf(world, 'directory_organization'), 'name');
  const node = ({ id, name, kind, fictional, parentId }: Row) => ({
    id,
    name,
    kind,
    fictional: Boolean(fictional),
    parent: parentId === null ? null : { id: parentId },
  });
  const perOwner = (contract: string, rows: Row[]) => {
    const figures = ([row]: Row[]) => ({
      state: row!.state,
      provenance: row!.provenance,
      owner: { id: row!.home },
    });
    return {
      count: rows.length,
      coverage: coverage(world, contract),
      groups: groups(rows, ['home', 'state', 'provenance'], figures),
    };
  };
  return {
    organizations: world.missing.has('demo-street') ? null : pageWithCursor(organizations, 500, node),
    coBuildingAgreementSummary: perOwner('cobuilding', rowsOf(world, 'cobuilding_agreement')),
    agreementTaskSummary: perOwner(
      'cobuilding',
      rowsOf(world, 'cobuilding_agreement_task', ({ recurrence }) => recurrence === null),
    ),
    needSummary: perOwner('sharing', rowsOf(world, 'sharing_need')),
  };
}

export function satisfaction(world: World) {
  const surveys = rowsOf(world, 'cobuilding_survey_result', ({ kind }) => kind === 'SATISFACTION');
  const node = (survey: Row) => {
    const { id, name, kind, value, unitOfMeasure, comparator, basis, sampleSize, sampleText } = survey;
    const { periodText, periodStart, periodEnd, surveyedOn, provenance, note } = survey;
    return {
      id,
      name,
      kind,
      value,
      unitOfMeasure,
      comparator,
      basis,
      sampleSize,
      sampleText,
      periodText,
      periodStart,
      periodEnd,
      surveyedOn,
      provenance,
      note,
      suppressed: survey.suppressed === null ? null : Boolean(survey.suppressed),
      masked: Boolean(survey.masked),
      organization: organization(world, survey.organizationId),
      surveyedBy: organization(world, survey.surveyedById),
      source: source(world, survey),
    };
  };
  return {
    surveyResults: {
      ...pageWithCursor(inOrder(surveys, 'name'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

export function whereFiguresComeFrom(world: World) {
  const node = (figure: Row) => {
    const {
      id,
      name,
      value,
      unitOfMeasure,
      comparator,
      periodText,
      periodStart,
      periodEnd,
      periodBasis,
      asOf,
      provenance,
      note,
    } = figure;
    return {
      id,
      name,
      value,
      unitOfMeasure,
      comparator,
      periodText,
      periodStart,
      periodEnd,
      periodBasis,
      asOf,
      provenance,
      note,
      masked: Boolean(figure.masked),
      suppressed: Boolean(figure.suppressed),
      isEstimate: Boolean(figure.isEstimate),
      ownerStated: Boolean(figure.ownerStated),
      updatedAt: beijingTime(figure.updatedAt),
      owner: organization(world, figure.home),
      organization: organization(world, figure.organizationId),
      definition: definition(world, figure.definitionId),
      source: source(world, figure),
    };
  };
  const doubt = ({ id, sourceKey, text, documentId }: Row) => ({
    node: { id, sourceKey, text, document: named(world, 'directory_source_document', documentId, 'title') },
  });
  const doubts = inOrder(rowsOf(world, 'directory_data_quality_note'), 'documentId');
  return {
    indicators: {
      ...pageWithCursor(inOrder(rowsOf(world, 'cobuilding_indicator'), 'name'), 500, node),
      coverage: coverage(world, 'cobuilding'),
    },
    dataQualityNotes: world.missing.has('demo-street')
      ? null
      : { totalCount: doubts.length, pageInfo: { hasNextPage: false }, edges: doubts.map(doubt) },
  };
}

/** A silent directory leaves of it what the row itself knows: its id. */
function definition(world: World, id: string | null) {
  const row = rowById(world, 'directory_indicator_definition', id);
  if (!row && id !== null && world.missing.has('demo-street'))
    return { id, definition: null, howMeasured: null };
  return row && { id: row.id, definition: row.definition, howMeasured: row.howMeasured };
}
