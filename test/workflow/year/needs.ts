// Needs over the year, both ways: the community's, answered by units, and a unit's, answered by the community.
import type { Asker, Row } from '../model/world';
import { bank, community, property, school, street, type Year } from './year';

export async function answerNeeds(year: Year): Promise<void> {
  year.on('2026-02-02');
  await reviewNeeds(year);
  await answerWell(year);
  await loseClaims(year);
  await answerTogether(year);
  await answerUnit(year);
  await leaveUnclaimed(year);
}

async function raised(year: Year, asker: Asker, text: string, claimBy = '2026-03-01'): Promise<Row> {
  return year.does(asker, 'createNeed', { home: asker.organization, text, claimBy });
}

async function published(year: Year, asker: Asker, text: string, claimBy?: string): Promise<Row> {
  return year.walks(await raised(year, asker, text, claimBy), [asker, 'submitNeed'], [street, 'publishNeed']);
}

async function reviewNeeds(year: Year): Promise<void> {
  const lamps = await raised(year, community, '楼道照明不足');
  await year.walks(
    lamps,
    [community, 'updateNeed', { headcount: 240 }],
    [community, 'submitNeed'],
    [street, 'returnNeed'],
  );
  await year.walks(
    lamps,
    [community, 'updateNeed', { text: '楼道照明不足，需换灯三十盏' }],
    [community, 'submitNeed'],
  );
  const same = await year.walks(await raised(year, community, '楼道太暗'), [community, 'submitNeed']);
  await year.refuses('INVALID_INPUT', street, 'mergeNeed', { id: same.id, mergedIntoId: same.id });
  await year.walks(same, [street, 'mergeNeed', { mergedIntoId: lamps.id }]);
  const noise = await year.walks(await raised(year, community, '工地夜间噪声'), [community, 'submitNeed']);
  await year.walks(noise, [street, 'referNeed', { referredTo: '12345 热线' }]);
  year.kept.lamps = await year.walks(lamps, [street, 'publishNeed']);
}

async function claimed(year: Year, need: Row, asker: Asker): Promise<Row> {
  return year.does(asker, 'proposeNeedClaim', { needId: need.id, proposal: '由本单位办理' });
}

/** Returned once, and done in the end. */
async function answerWell(year: Year): Promise<void> {
  const { lamps } = year.kept as Record<string, Row>;
  const claim = await claimed(year, lamps!, property);
  await year.refuses('INCOMPLETE', property, 'proposeNeedClaim', { needId: lamps!.id });
  await year.walks(claim, [community, 'acceptNeedClaim'], [property, 'startNeedClaim']);
  year.on('2026-02-10');
  await year.walks(
    claim,
    [property, 'deliverNeedClaim'],
    [community, 'returnNeedClaim'],
    [property, 'startNeedClaim'],
  );
  year.on('2026-02-12');
  const tooLate = await claimed(year, lamps!, bank);
  await year.walks(claim, [property, 'deliverNeedClaim'], [community, 'confirmNeedClaim']);
  await year.walks(lamps!, [community, 'closeNeed', { outcome: 'RESOLVED' }]);
  await year.refuses('NOT_ALLOWED_IN_STATE', community, 'acceptNeedClaim', { id: tooLate.id });
  await year.walks(tooLate, [community, 'declineNeedClaim']);
}

async function loseClaims(year: Year): Promise<void> {
  const need = await published(year, community, '节日演出需要音响', '2026-02-20');
  await year.walks(await claimed(year, need, bank), [bank, 'withdrawNeedClaim']);
  await year.walks(
    await claimed(year, need, bank),
    [community, 'acceptNeedClaim'],
    [bank, 'withdrawNeedClaim'],
  );
  const steps: [Asker, string][] = [
    [community, 'acceptNeedClaim'],
    [bank, 'startNeedClaim'],
    [bank, 'withdrawNeedClaim'],
  ];
  await year.walks(await claimed(year, need, bank), ...steps);
  year.kept.unclaimed = need;
}

/** Two claims of one need: it is as far as the one that is least far. */
async function answerTogether(year: Year): Promise<void> {
  const need = await published(year, community, '暑期托管需要场地和志愿者');
  const [room, people] = [await claimed(year, need, school), await claimed(year, need, bank)];
  await year.walks(
    room,
    [community, 'acceptNeedClaim'],
    [school, 'startNeedClaim'],
    [school, 'deliverNeedClaim'],
  );
  await year.walks(people, [community, 'acceptNeedClaim'], [bank, 'startNeedClaim']);
  await year.walks(room, [community, 'confirmNeedClaim']);
  await year.walks(people, [bank, 'deliverNeedClaim']);
  await year.walks(people, [community, 'confirmNeedClaim']);
}

async function answerUnit(year: Year): Promise<void> {
  const need = await published(year, school, '放学时段校门口需要疏导');
  const claim = await claimed(year, need, community);
  await year.walks(
    claim,
    [school, 'acceptNeedClaim'],
    [community, 'startNeedClaim'],
    [community, 'deliverNeedClaim'],
  );
}

/** Unclaimed past its day, it is put before the conference, which tells its item back. */
async function leaveUnclaimed(year: Year): Promise<void> {
  const { unclaimed, conference } = year.kept as Record<string, Row>;
  const escalation = { id: unclaimed!.id, conferenceId: conference!.id };
  await year.refuses('WRONG_TIME', community, 'escalateNeed', escalation);
  year.on('2026-02-21');
  await year.does(community, 'escalateNeed', escalation);
  const item = year.world.of('AgendaItem', { needId: unclaimed!.id })[0]!;
  if (year.world.row(unclaimed!.id).agendaItemId !== item.id)
    throw new Error('The need does not know its item');
  year.kept.escalated = item;
}
