// Whether the money that was pledged to a project reaches its starting line.
import type { Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { incomplete } from '../../kit/workflow/sentences';
import { Contribution } from '../joint-project/contribution';
import type { JointProject } from '../joint-project/joint-project';

export async function lackOfPledges({ manager, row }: Step<JointProject>): Promise<Refusal | null> {
  const line = BigInt(row.startingLine.fen ?? 0);
  const contributions = await manager.findBy(Contribution, { projectId: row.id });
  const pledged = contributions.reduce((sum, { pledged: { fen } }) => sum + BigInt(fen ?? 0), 0n);
  if (pledged >= line) return null;
  return incomplete({
    zh: `认缴还差 ${line - pledged} 分才到启动线。`,
    en: `Pledges are ${line - pledged} fen short of the starting line.`,
  });
}
