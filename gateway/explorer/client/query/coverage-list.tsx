// Whom each figure of an answer rests on: asked, answered, missing, as of when.
import { coveragesOf } from '../graph/coverages';
import type { Coverage } from '../graph/run-operation';
import { sayTime, type Sentence } from '../words/language';
import { useSpeaker } from '../words/speaker';

/** The same three words everywhere: on answers and on the map. */
export const REASONS: Record<string, Sentence> = {
  UNREACHABLE: { zh: '联系不上', en: 'unreachable' },
  NOT_JOINED: { zh: '未接入', en: 'not joined' },
  INVALID_ANSWER: { zh: '回答不合规', en: 'invalid answer' },
};

export function MissingList({
  missing,
  names,
}: {
  missing: Array<{ home: string; reason: string }>;
  names: Map<string, string>;
}) {
  const { say } = useSpeaker();
  if (missing.length === 0) return null;
  return (
    <ul class="missing">
      {missing.map(({ home, reason }) => (
        <li key={home}>
          {names.get(home) ?? home}{' '}
          <span class="chip bad">{REASONS[reason] ? say(REASONS[reason]) : reason}</span>
        </li>
      ))}
    </ul>
  );
}

export function CoverageList({ data, names }: { data: unknown; names: Map<string, string> }) {
  const { say } = useSpeaker();
  const { shown, total } = coveragesOf(data);
  if (total === 0) return null;
  return (
    <details class="coverages">
      <summary>{say({ zh: `每个数字的覆盖（${total}）`, en: `Coverage of each figure (${total})` })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '位置', en: 'Place' })}</th>
            <th scope="col">{say({ zh: '已答 / 已问', en: 'Answered / asked' })}</th>
            <th scope="col">{say({ zh: '截至', en: 'As of' })}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, coverage }) => (
            <CoverageRow key={path} path={path} coverage={coverage} names={names} />
          ))}
        </tbody>
      </table>
      {total > shown.length && (
        <p>
          {say({
            zh: `还有 ${total - shown.length} 个，见下面的 JSON。`,
            en: `${total - shown.length} more stand in the JSON below.`,
          })}
        </p>
      )}
    </details>
  );
}

function CoverageRow({
  path,
  coverage,
  names,
}: {
  path: string;
  coverage: Coverage;
  names: Map<string, string>;
}) {
  const { language } = useSpeaker();
  const { answered, asked, asOf, missing } = coverage;
  return (
    <tr>
      <th scope="row">
        <code>{path}</code>
        <MissingList missing={missing ?? []} names={names} />
      </th>
      <td>
        {answered ?? '?'} / {asked ?? '?'}
      </td>
      <td>{asOf ? sayTime(asOf, language) : '—'}</td>
    </tr>
  );
}
