// Models of questions 16, 18 and 19: projects, what they cost, who pays which part, and what should be posted.
import {
  amount,
  childrenOf,
  groups,
  organization,
  page,
  pageWithCursor,
  source,
  total,
} from './answer-parts';
import { inOrder } from './in-order';
import { coverage, coverageOf, rowsOf, type Row, type World } from './world';

export function projectsWithFunding(world: World) {
  const node = (project: Row) => {
    const { id, name, state, statedStatus, startsOn, endsOn, durationText, provenance, note } = project;
    const parts = inOrder(childrenOf(world, 'cobuilding_joint_project', 'parentId', project), 'name');
    const money = childrenOf(world, 'cobuilding_contribution', 'projectId', project).filter(
      ({ kind }) => kind === 'MONEY',
    );
    return {
      id,
      name,
      state,
      statedStatus,
      startsOn,
      endsOn,
      durationText,
      provenance,
      note,
      ownerStated: Boolean(project.ownerStated),
      owner: organization(world, project.home),
      lead: organization(world, project.leadId),
      planned: amount(project, 'planned'),
      plannedIsEstimate: Boolean(project.plannedIsEstimate),
      startingLine: amount(project, 'startingLine'),
      invested: amount(project, 'invested'),
      unexplainedByParts: unexplained(project, parts),
      parts: page(parts, 200, (part) => ({
        id: part.id,
        name: part.name,
        invested: amount(part, 'invested'),
      })),
      contributionSummary: {
        count: money.length,
        expected: total(money, 'expected'),
        pledged: total(money, 'pledged'),
        delivered: total(money, 'delivered'),
      },
    };
  };
  const wholes = rowsOf(world, 'cobuilding_joint_project', ({ parentId }) => parentId === null);
  return {
    jointProjects: {
      ...pageWithCursor(inOrder(wholes, 'name'), 200, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

export function fundingShares(world: World) {
  const shares = rowsOf(world, 'cobuilding_funding_share');
  const figures = (rows: Row[]) => ({
    payerLevel: rows[0]!.payerLevel,
    provenance: rows[0]!.provenance,
    amount: total(rows, 'amount'),
  });
  const node = (project: Row) => ({
    id: project.id,
    name: project.name,
    ownerStated: Boolean(project.ownerStated),
    provenance: project.provenance,
    owner: organization(world, project.home),
    source: source(world, project),
    fundingShares: page(
      inOrder(childrenOf(world, 'cobuilding_funding_share', 'projectId', project), 'payerLevel'),
      100,
      share,
    ),
  });
  const share = (row: Row) => ({
    id: row.id,
    payerLevel: row.payerLevel,
    text: row.text,
    amount: amount(row, 'amount'),
    payer: organization(world, row.payerId),
  });
  const projects = rowsOf(
    world,
    'cobuilding_joint_project',
    ({ fundingScheme }) => fundingScheme === '四个一点',
  );
  return {
    fundingShareSummary: {
      count: shares.length,
      coverage: coverage(world, 'cobuilding'),
      groups: groups(shares, ['payerLevel', 'provenance'], figures),
    },
    jointProjects: {
      ...pageWithCursor(inOrder(projects, 'name'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

export function projectsToPost(world: World) {
  const node = (project: Row) => {
    const notices = childrenOf(world, 'cobuilding_public_notice', 'projectId', project).filter(
      ({ kind }) => kind === 'RESULT',
    );
    const first = inOrder(notices, 'postedOn', 'DESC').slice(0, 1);
    return {
      id: project.id,
      name: project.name,
      state: project.state,
      endsOn: project.endsOn,
      provenance: project.provenance,
      owner: organization(world, project.home),
      lead: organization(world, project.leadId),
      notices: {
        totalCount: notices.length,
        coverage: coverageOf(world, [project.home]),
        edges: first.map(({ id, postedOn, place }) => ({ node: { id, postedOn, place } })),
      },
    };
  };
  const finished = ({ state, parentId }: Row) =>
    ['COMPLETED', 'ACCEPTED'].includes(state as string) && parentId === null;
  return {
    jointProjects: {
      ...pageWithCursor(inOrder(rowsOf(world, 'cobuilding_joint_project', finished), 'endsOn'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

/** What the whole cost beyond what its parts are stated to have cost. */
function unexplained(project: Row, parts: readonly Row[]) {
  const whole = amount(project, 'invested').fen;
  if (whole === null || parts.length === 0) return null;
  return { fen: String(BigInt(whole) - BigInt(total(parts, 'invested').knownFen)) };
}
