// Reads tables and figures off the page as people see them.
import type { Locator, Page } from 'playwright-core';

/** The cells of each row of a panel's table, without the marks of its source. */
export async function readTable(page: Page, panel: string, nth = 0): Promise<string[][]> {
  const table = page.locator(`[data-panel="${panel}"] table`).nth(nth);
  await table.locator('tbody tr').first().waitFor();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map(readCells));
}

async function readCells(row: Locator): Promise<string[]> {
  const cells = await row.locator('td:not(.source-cell)').allInnerTexts();
  return cells.map((cell) => cell.trim());
}

/** Figures of a panel by their id. */
export async function readFigures(page: Page, panel: string): Promise<Record<string, number>> {
  const figures = page.locator(`[data-panel="${panel}"] [data-figure]`);
  await figures.first().waitFor();
  const pairs = await Promise.all(
    (await figures.all()).map(async (figure) => [
      await figure.getAttribute('data-figure'),
      Number(await figure.getAttribute('data-value')),
    ]),
  );
  return Object.fromEntries(pairs) as Record<string, number>;
}

export async function attributesOf(found: Locator, name: string): Promise<string[]> {
  return Promise.all((await found.all()).map(async (each) => (await each.getAttribute(name))!));
}
