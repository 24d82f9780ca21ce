// Needs, projects with their money, and meetings as people see them, against the rows of the shards' own databases.
import type { Page } from 'playwright-core';
import { SHARDS } from '../../subgraphs/demonstration/topology';
import { writeMoney } from '../../gateway/dashboard/client/words/write-figures';
import { childrenOf, total } from '../end-to-end/questions/answer-parts';
import { thisYear, within } from '../end-to-end/questions/calendar';
import { contributionsThisYear } from '../end-to-end/questions/contribution-question';
import {
  absences,
  agendaOfNextMeeting,
  resolutionsOfLastMeeting,
} from '../end-to-end/questions/meeting-questions';
import { resourcesForUnclaimedNeeds } from '../end-to-end/questions/need-questions';
import { projectsWithFunding } from '../end-to-end/questions/project-questions';
import { readWorld } from '../end-to-end/questions/read-world';
import { assignmentsUnderSupervision } from '../end-to-end/questions/supervision-question';
import { type Row, rowsOf, type World } from '../end-to-end/questions/world';
import { violationsOn } from '../kit/accessibility';
import { describeInBrowser } from '../kit/open-browser';
import { type OpenDashboard, openDashboard, readFigure } from './kit/open-dashboard';
import { sayAmount, sayTotal } from './kit/say-amount';
import { attributesOf, readFigures, readTable } from './kit/read-table';

const OPEN_NEED = ['PUBLISHED', 'ESCALATED', 'CLAIMED', 'IN_PROGRESS', 'DELIVERED'];
/** The pages may have to be built first. */
const PATIENCE = 180_000;
const LARGEST = { width: 3840, height: 2160 };
const SMALLEST = { width: 390, height: 844 };

describeInBrowser('needs, money and meetings', () => {
  let open: OpenDashboard;
  let world: World;
  beforeAll(async () => {
    open = await openDashboard();
    world = await readWorld(open.demonstration, SHARDS);
  }, PATIENCE);
  afterAll(() => open?.stop());
  afterEach(() => expect(open.faults()).toEqual([]));

  describe('needs', () => {
    let page: Page;
    beforeAll(async () => (page = await open.open('needs')));
    afterAll(() => page.context().close());

    test('the three lists have all rows, and those of nobody are said to be so', async () => {
      const counts = await readFigures(page, 'lists');
      const openNeeds = rowsOf(world, 'sharing_need', ({ state }) => OPEN_NEED.includes(state as string));
      expect(counts).toEqual({
        'list-needs': openNeeds.length,
        'list-resources': rowsOf(world, 'sharing_resource', ({ state }) => state === 'LISTED').length,
        'list-projects': rowsOf(world, 'cobuilding_joint_project', ({ parentId }) => parentId === null)
          .length,
      });
      const unclaimed = openNeeds.filter(({ state }) => ['PUBLISHED', 'ESCALATED'].includes(state as string));
      const shown = await attributesOf(page.locator('.need-unclaimed'), 'data-need');
      expect(shown.sort()).toEqual(unclaimed.map(({ id }) => id).sort());
    });

    test('each need stands beside the resources of its category', async () => {
      const { resourceCategories } = resourcesForUnclaimedNeeds(world) as any;
      for (const { node } of resourceCategories.edges.filter((it: any) => it.node.needs.totalCount > 0)) {
        const band = page.locator(`[data-band="${node.id}"]`);
        const beside = await attributesOf(band.locator('[data-resource]'), 'data-resource');
        expect(beside.sort()).toEqual(node.sharedResources.edges.map((it: any) => it.node.id).sort());
        expect(await band.innerText()).toContain(node.needs.edges[0].node.text);
        if (beside.length === 0) expect(await band.innerText()).toContain('没有可对接的资源');
      }
    });

    test('claims of each organization are those of the databases, by how far they are', async () => {
      const claims = rowsOf(world, 'sharing_claim');
      const names = new Map(
        rowsOf(world, 'directory_organization').map(({ id, name }) => [id, name as string]),
      );
      const rows = await readTable(page, 'claims');
      const of = (name: string, states: string[]) =>
        String(
          claims.filter(
            ({ claimantId, state }) =>
              names.get(claimantId as string) === name && states.includes(state as string),
          ).length,
        );
      for (const [name, takenOn, confirmed, delivered, underWay, proposed, dropped] of rows) {
        expect([name, confirmed, delivered, underWay, proposed, dropped]).toEqual([
          name,
          of(name!, ['CONFIRMED']),
          of(name!, ['DELIVERED']),
          of(name!, ['ACCEPTED', 'IN_PROGRESS', 'RETURNED']),
          of(name!, ['PROPOSED']),
          of(name!, ['NOT_ACCEPTED', 'WITHDRAWN']),
        ]);
        expect(Number(takenOn)).toBe(
          [confirmed, delivered, underWay, proposed].reduce((sum, it) => sum + Number(it), 0),
        );
      }
      expect(rows.map(([name]) => name).sort()).toEqual(
        [...new Set(claims.map(({ claimantId }) => names.get(claimantId as string)))].sort(),
      );
    });

    test('a row of a match leads to its source', async () => {
      await page.locator('[data-panel="matches"] tbody .icon-button').first().click();
      await page.locator('[data-source] dd').first().waitFor();
      expect(await page.locator('[data-source]').innerText()).toContain('示例社区');
      await page.keyboard.press('Escape');
    });
  });

  describe('projects and money', () => {
    let page: Page;
    beforeAll(async () => (page = await open.open('projects')));
    afterAll(() => page.context().close());

    test('every amount of every project is the exact one, and what is masked or not stated is no number', async () => {
      const shown = new Map((await readTable(page, 'funding')).map(([name, ...rest]) => [name!, rest]));
      const { edges } = projectsWithFunding(world).jointProjects as any;
      expect(shown.size).toBe(edges.length);
      for (const { node } of edges) {
        const [, , planned, invested, pledged, delivered] = shown.get(node.name)!;
        expect([node.name, planned, invested]).toEqual([
          node.name,
          sayAmount(node.planned),
          sayAmount(node.invested),
        ]);
        const { contributionSummary: money } = node;
        expect([node.name, pledged, delivered]).toEqual([
          node.name,
          sayTotal(money.pledged),
          sayTotal(money.delivered),
        ]);
      }
    });

    test('a whole and its parts are not added', async () => {
      const parents = rowsOf(world, 'cobuilding_joint_project', ({ id }) =>
        rowsOf(world, 'cobuilding_joint_project').some(({ parentId }) => parentId === id),
      );
      expect(parents.length).toBeGreaterThan(0);
      const text = await page.locator('[data-panel="funding"]').innerText();
      for (const parent of parents) {
        const parts = total(childrenOf(world, 'cobuilding_joint_project', 'parentId', parent), 'invested');
        const rest = BigInt(parent.investedFen as number) - BigInt(parts.knownFen);
        expect(text).toContain(`“${parent.name}”合计大于所列各分项之和 ${writeMoney(String(rest), 'zh')}`);
      }
    });

    test('each state has its own count', async () => {
      const figures = await readFigures(page, 'states');
      const wholes = rowsOf(world, 'cobuilding_joint_project', ({ parentId }) => parentId === null);
      const expected: Record<string, number> = {};
      for (const { state, statedStatus } of wholes) {
        const id = state ? `projects-${state}` : `projects-stated-${statedStatus}`;
        expected[id] = (expected[id] ?? 0) + 1;
      }
      expect(figures).toEqual(expected);
    });

    test('what is not money is counted in its own unit, and money is added to the fen', async () => {
      const figures = await readFigures(page, 'given');
      const given = rowsOf(world, 'cobuilding_contribution', ({ contributedOn }) =>
        within(thisYear(world.today), contributedOn),
      );
      const expected: Record<string, number> = { 'given-MONEY': 0 };
      for (const { kind, unitOfMeasure, deliveredQuantity, deliveredFen } of given) {
        if (kind === 'MONEY') expected['given-MONEY']! += Number(deliveredFen ?? 0);
        else
          expected[`given-${kind}-${unitOfMeasure}`] =
            (expected[`given-${kind}-${unitOfMeasure}`] ?? 0) + (deliveredQuantity as number);
      }
      expect(figures).toEqual(expected);
      const { groups } = contributionsThisYear(world).contributionSummary as any;
      const names = groups.map(
        (it: any) => it.contributor?.name ?? it.unitGroup?.name ?? it.contributorLabel,
      );
      expect((await readTable(page, 'given')).map(([name]) => name).sort()).toEqual(
        [...new Set(names)].sort(),
      );
    });

    test('the four shares are those of the databases, with their basis', async () => {
      const shares = rowsOf(world, 'cobuilding_funding_share');
      const known = total(shares, 'amount');
      const rows = await readTable(page, 'shares');
      const levels = ['CITY', 'DISTRICT', 'STREET', 'RESIDENTS_COMMITTEE'];
      expect(rows).toEqual(
        levels.map((level, i) => {
          const its = total(
            shares.filter(({ payerLevel }) => payerLevel === level),
            'amount',
          );
          const percent = (Number(its.knownFen) / Number(known.knownFen)) * 100;
          const [written] = rows[i]!;
          return [
            written,
            writeMoney(its.knownFen, 'zh'),
            `${Number(percent.toFixed(1))}%`,
            String(its.knownCount),
            String(its.unstatedCount),
          ];
        }),
      );
    });
  });

  describe('meetings', () => {
    let page: Page;
    beforeAll(async () => (page = await open.open('meetings')));
    afterAll(() => page.context().close());

    test('the agenda stands in order, with who proposed each item and whether in time', async () => {
      const { agendaItems } = agendaOfNextMeeting(world).meetings.edges[0]!.node as any;
      const expected = agendaItems.edges.map(({ node }: any) => [
        String(node.position),
        node.title,
        node.proposer.name,
        node.onTime ? '按时提出' : '逾期提出',
      ]);
      expect((await readTable(page, 'agenda')).map((row) => row.slice(0, 4))).toEqual(expected);
    });

    test('each resolution shows how many of its assignments are done', async () => {
      const { resolutions } = resolutionsOfLastMeeting(world).meetings.edges[0]!.node as any;
      await page.locator('[data-resolution]').first().waitFor();
      for (const { node } of resolutions.edges) {
        const card = page.locator(`[data-resolution="${node.id}"]`);
        const all = node.assignments.edges;
        const done = all.filter((it: any) => it.node.state === 'CONFIRMED').length;
        expect(await card.getAttribute('data-state')).toBe(node.state);
        expect(await card.innerText()).toContain(
          all.length ? `交办 ${all.length} 件，办结 ${done} 件` : '未交办',
        );
      }
      expect(await page.locator('[data-resolution]').count()).toBe(resolutions.edges.length);
      await page.locator('.matter').first().waitFor();
      const pointing = rowsOf(
        world,
        'conference_assignment',
        (row) => isOfLastMeeting(row, resolutions) && pointsSomewhere(row),
      );
      expect(await page.locator('.matter').count()).toBe(pointing.length);
    });

    test('levels are told by sign and word, and counted', async () => {
      const records = rowsOf(world, 'conference_supervision_record');
      const figures = await readFigures(page, 'supervision');
      const levels = ['REMINDER', 'BLUE', 'ORANGE', 'RED'];
      expect(figures).toEqual(
        Object.fromEntries(
          levels.map((level) => [`level-${level}`, records.filter((it) => it.level === level).length]),
        ),
      );
      expect((await page.locator('.rung .level').allInnerTexts()).map((it) => it.trim())).toEqual([
        '提醒',
        '蓝牌',
        '橙牌',
        '红牌',
      ]);
      const { assignments } = assignmentsUnderSupervision(world) as any;
      expect((await readTable(page, 'supervision')).map(([text]) => text)).toEqual(
        assignments.edges.map((it: any) => it.node.text),
      );
    });

    test('who was absent, last time and this year', async () => {
      const { meetings, attendanceSummary } = absences(world) as any;
      const last = meetings.edges[0].node.attendances.edges.map((it: any) => it.node.organization.name);
      const rows = await readTable(page, 'absences');
      expect(rows.filter(([, now]) => now === '缺席').map(([name]) => name)).toEqual(last);
      const year = Object.fromEntries(rows.map(([name, , count]) => [name, Number(count)]));
      expect(year).toEqual(
        Object.fromEntries(attendanceSummary.groups.map((it: any) => [it.organization.name, it.count])),
      );
    });
  });

  test('meeting mode goes through the agenda by key and by clicker, then through the views, and Escape leaves it', async () => {
    const page = await open.open('meetings');
    const { agendaItems } = agendaOfNextMeeting(world).meetings.edges[0]!.node as any;
    const titles = agendaItems.edges.map((it: any) => it.node.title);
    await readTable(page, 'agenda');
    await page.getByRole('button', { name: '会议模式' }).click();
    for (const [i, title] of titles.entries()) {
      await page.locator(`[data-meeting="${i + 1}"]`).waitFor();
      await page.locator(`.agenda-title:text-is("${title}")`).waitFor();
      expect(await page.locator('.meeting-position').innerText()).toBe(`议题 ${i + 1} / ${titles.length}`);
      await page.keyboard.press(['ArrowRight', 'PageDown', ' '][i % 3]!);
    }
    await page.locator('.cards').waitFor();
    expect(await page.locator('.meeting-position').innerText()).toContain('议题之后 1 /');
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-view="meetings"]').waitFor();
    await page.keyboard.press('Home');
    await page.locator(`.agenda-title:text-is("${titles[0]}")`).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.locator('[data-meeting="1"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-meeting]').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the screen of an item shows its need and who could answer it', async () => {
    const page = await open.open('');
    const { id: meeting } = agendaOfNextMeeting(world).meetings.edges[0]!.node as any;
    const [item] = rowsOf(
      world,
      'conference_agenda_item',
      ({ needId, meetingId }) => needId !== null && meetingId === meeting,
    );
    const need = rowsOf(world, 'sharing_need').find(({ id }) => id === item!.needId)!;
    await page.evaluate(`location.hash = '#/agenda/${item!.position}'`);
    await page.locator(`.matter-name:text-is("${need.text}")`).waitFor();
    const matching = rowsOf(
      world,
      'sharing_resource',
      ({ state, categoryId }) => state === 'LISTED' && categoryId === need.categoryId,
    );
    expect((await readFigure(page, 'agenda-matches')).value).toBe(matching.length);
    expect((await page.locator('.matter-resources b').allInnerTexts()).sort()).toEqual(
      matching.map(({ name }) => name).sort(),
    );
    await page.context().close();
  });

  test.each([LARGEST, SMALLEST])(
    'at $width px the screens of items fit, and axe finds no violation',
    async (size) => {
      const page = await open.open('agenda/4', size);
      for (const at of [4, 8]) {
        await page.evaluate(`location.hash = '#/agenda/${at}'`);
        await page.locator('.agenda-head').waitFor();
        await page.locator('.figure-skeleton, .skeleton').first().waitFor({ state: 'detached' });
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      }
      expect(await violationsOn(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('with an organization silent, “none” becomes unknown and the lists say who is missing', async () => {
    const page = await open.open('needs');
    const none = page.locator('.band-absent', { hasText: '没有可对接的资源' }).first();
    await none.waitFor();
    await open.demonstration.stopShard('dongguan-school');
    await page.locator('[data-reachable]').click();
    await page.locator('.band-absent', { hasText: '未知' }).first().waitFor();
    expect(await none.count()).toBe(0);
    await page.locator('.list-head .mark-missing').first().waitFor();
    expect((await readFigure(page, 'needs-matched')).standing).toBe('UNKNOWN');
    await open.demonstration.startShardAgain('dongguan-school');
    await page.locator('[data-reachable]').click();
    await none.waitFor();
    await page.context().close();
  });
});

function isOfLastMeeting({ resolutionId }: Row, resolutions: any): boolean {
  return resolutions.edges.some((it: any) => it.node.id === resolutionId);
}

function pointsSomewhere({ taskId, projectId, needId }: Row): boolean {
  return [taskId, projectId, needId].some((id) => id !== null);
}
