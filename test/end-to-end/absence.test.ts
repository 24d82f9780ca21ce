// Questions of absence: "none" only when all who may hold one have answered; silence is unknown, not joined is its own word.
import { absenceOf, type Counted, type Coverage } from '../../schema/operations/absence';
import {
  missingAgreements,
  type SignaturesAnswer,
} from '../../schema/operations/q08-members-without-agreement';
import { matches, type CategoriesAnswer } from '../../schema/operations/q11-resources-for-unclaimed-needs';
import { projectsToPost, type ProjectsAnswer } from '../../schema/operations/q19-projects-to-post';
import {
  vacantLiaisons,
  type MembersAnswer,
} from '../../schema/operations/q24-members-without-liaison-office';

const whole: Coverage = { complete: true, missing: [] };
const missing = (...reasons: string[]): Coverage => ({
  complete: false,
  missing: reasons.map((reason, i) => ({ home: `home-${i}`, reason })),
});
const counted = (totalCount: number | null, coverage: Coverage): Counted => ({ totalCount, coverage });
const one = { hasNextPage: false };
const member = { id: 'a', name: '甲' };

/** What was answered → what it says of an absence. */
const CASES: [what: string, answered: Counted | null, says: string | null][] = [
  ['one is there', counted(1, whole), null],
  ['one is there, though somebody is silent', counted(1, missing('UNREACHABLE')), null],
  ['nobody has one', counted(0, whole), 'NONE'],
  ['somebody is silent', counted(0, missing('UNREACHABLE')), 'UNKNOWN'],
  ['somebody broke the protocol', counted(0, missing('INVALID_ANSWER')), 'UNKNOWN'],
  ['somebody has not joined', counted(0, missing('NOT_JOINED')), 'NOT_JOINED'],
  ['one is silent and one has not joined', counted(0, missing('NOT_JOINED', 'UNREACHABLE')), 'UNKNOWN'],
  ['the only one asked is silent', counted(null, missing('UNREACHABLE')), 'UNKNOWN'],
  ['the only one asked has not joined', counted(null, missing('NOT_JOINED')), 'NOT_JOINED'],
  ['nothing was answered', null, 'UNKNOWN'],
];

describe.each(CASES)('%s', (_, answered, says) => {
  test('the count by itself', () => expect(absenceOf(answered)).toBe(says));

  test('8, an agreement', () => {
    const answer: SignaturesAnswer = {
      conferenceMemberships: {
        coverage: whole,
        pageInfo: one,
        edges: [{ node: { organization: { ...member, agreementSignatures: answered }, unitGroup: null } }],
      },
    };
    expect(missingAgreements(answer)).toEqual({
      rows: says ? [{ organization: member, absence: says }] : [],
      complete: true,
    });
  });

  test('11, a resource', () => {
    const need = { id: 'n', text: '长椅' };
    const needs = { ...counted(1, whole), pageInfo: one, edges: [{ node: need }] };
    const resource = { id: 'r', name: '椅' };
    const sharedResources = answered && {
      ...answered,
      pageInfo: one,
      edges: answered.totalCount ? [{ node: resource }] : [],
    };
    const answer: CategoriesAnswer = {
      resourceCategories: {
        pageInfo: one,
        edges: [{ node: { id: 'c', name: '家具', needs, sharedResources } }],
      },
    };
    const row = { need, category: '家具', resources: answered?.totalCount ? [resource] : [], absence: says };
    expect(matches(answer)).toEqual({ rows: [row], complete: answered?.coverage.complete === true });
  });

  test('19, a notice', () => {
    const project = { id: 'a.joint-project.x', name: '修路', state: 'COMPLETED', endsOn: null };
    const answer: ProjectsAnswer = {
      jointProjects: { coverage: whole, pageInfo: one, edges: [{ node: { ...project, notices: answered } }] },
    };
    expect(projectsToPost(answer)).toEqual({
      rows: says ? [{ project, home: 'a', absence: says }] : [],
      complete: true,
    });
  });

  test('24, a liaison office', () => {
    const node = { conference: null, organization: { ...member, liaisonOffices: answered }, unitGroup: null };
    const answer: MembersAnswer = {
      conferenceMemberships: { coverage: whole, pageInfo: one, edges: [{ node }] },
    };
    expect(vacantLiaisons(answer)).toEqual({
      rows: says ? [{ organization: member, absence: says }] : [],
      complete: true,
    });
  });
});

test('19: a home that is missing from the list has a row of its own', () => {
  const answer: ProjectsAnswer = {
    jointProjects: { coverage: missing('UNREACHABLE', 'NOT_JOINED'), pageInfo: one, edges: [] },
  };
  const rows = [
    { project: null, home: 'home-0', absence: 'UNKNOWN' },
    { project: null, home: 'home-1', absence: 'NOT_JOINED' },
  ];
  expect(projectsToPost(answer)).toEqual({ rows, complete: false });
});

test('a list that was not answered, not by all or not to its end is not complete', () => {
  const list = (coverage: Coverage, hasNextPage: boolean) => ({
    coverage,
    pageInfo: { hasNextPage },
    edges: [],
  });
  for (const cut of [list(missing('UNREACHABLE'), false), list(whole, true)]) {
    expect(
      [
        missingAgreements({ conferenceMemberships: cut }),
        projectsToPost({ jointProjects: cut }),
        vacantLiaisons({ conferenceMemberships: cut }),
      ].map(({ complete }) => complete),
    ).toEqual([false, false, false]);
  }
  expect([
    missingAgreements({ conferenceMemberships: null }),
    projectsToPost({ jointProjects: null }),
  ]).toEqual(Array(2).fill({ rows: [], complete: false }));
  expect([vacantLiaisons({ conferenceMemberships: null }), matches({ resourceCategories: null })]).toEqual(
    Array(2).fill({ rows: [], complete: false }),
  );
});

test('a member of whom the directory says nothing is not left out in silence', () => {
  const node = { conference: null, organization: null, unitGroup: null };
  const list = { coverage: whole, pageInfo: one, edges: [{ node }] };
  expect([
    missingAgreements({ conferenceMemberships: list }),
    vacantLiaisons({ conferenceMemberships: list }),
  ]).toEqual(Array(2).fill({ rows: [], complete: false }));
  const group = { id: 'demo-street.unit-group.x', name: '若干单位', statedUnitCount: 11 };
  expect(
    vacantLiaisons({ conferenceMemberships: { ...list, edges: [{ node: { ...node, unitGroup: group } }] } }),
  ).toEqual({ rows: [], complete: true });
});
