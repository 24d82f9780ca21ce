// So many more tasks that are overdue, in the database of a clearly fictional community, as copies of one that is there.
import type { RunningDemonstration } from '../../kit/run-demonstration';

const TABLE = 'cobuilding_agreement_task';

/** Answers what takes them away again. */
export async function addOverdueTasks(
  { ask, shards }: RunningDemonstration,
  count: number,
): Promise<() => Promise<void>> {
  const { data } = await ask('{ agreementTasks(filter: { overdue: true }) { edges { node { id } } } }');
  const ids = data.agreementTasks.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
  const id = ids.find((each) => each.startsWith('demo-community.'))!;
  const { database } = shards.get('demo-community')!;
  const [row] = (await database.query(`SELECT * FROM ${TABLE} WHERE id = ?`, [id])) as [
    Record<string, unknown>,
  ];
  const copies = Array.from({ length: count }, (_, n) => `${id.slice(0, -4)}${String(n).padStart(4, '0')}`);
  const columns = Object.keys(row);
  const text = `INSERT INTO ${TABLE} (${columns.map((each) => `"${each}"`).join()}) VALUES (${columns.map(() => '?').join()})`;
  for (const copy of copies) await database.query(text, Object.values({ ...row, id: copy, sourceKey: null }));
  return async () => {
    for (const copy of copies) await database.query(`DELETE FROM ${TABLE} WHERE id = ?`, [copy]);
  };
}
