// Where one row comes from: who keeps it, when it changed, and the paragraph of its document.
import { RowSource } from '../graph/operations';
import type { RowSourceQueryVariables } from '../graph/operation-types';
import type { Origin } from '../graph/table-content';
import { usePicture } from '../graph/use-picture';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { Sentence } from '../words/words';
import { writeDayAndTime } from '../words/write-figures';
import { ProvenanceMark } from './marks';

/** By the second part of an id, `<home>.<kind>.<ulid>`. */
const KINDS: Record<string, Exclude<keyof RowSourceQueryVariables, 'id'>> = {
  resource: 'resource',
  booking: 'booking',
  need: 'need',
  'need-claim': 'needClaim',
  agreement: 'agreement',
  'agreement-task': 'task',
  'joint-project': 'project',
  contribution: 'contribution',
  'funding-share': 'share',
  meeting: 'meeting',
  'agenda-item': 'agendaItem',
  resolution: 'resolution',
  assignment: 'assignment',
  membership: 'membership',
  'joint-activity': 'activity',
  'service-station': 'station',
  'survey-result': 'survey',
  indicator: 'indicator',
};

export function hasSource({ id }: Origin): boolean {
  return id !== null && id.split('.')[1]! in KINDS;
}

export function RowSourceCard({ origin, name }: { origin: Origin; name: string }) {
  const say = useSay();
  const language = useLanguage();
  const { state, answer, fault } = usePicture(RowSource, {
    id: origin.id!,
    [KINDS[origin.id!.split('.')[1]!]!]: true,
  });
  const row = answer && Object.values(answer.data).find((it) => it != null);
  return (
    <section class="source-card" aria-live="polite" data-source={origin.id}>
      <h3>{say(shell.sourceOf, { row: name })}</h3>
      {!row && <p>{say(absentWords())}</p>}
      {row && (
        <dl>
          <dt>{say(shell.saidBy)}</dt>
          <dd>
            {row.owner?.name ?? say(shell.unknown)} <ProvenanceMark of={[row.provenance]} />
          </dd>
          <dt>{say(shell.updatedAt)}</dt>
          <dd>{writeDayAndTime(row.updatedAt, language)}</dd>
          <dt>{say(shell.document)}</dt>
          <dd>{documentLine(row)}</dd>
          {row.note && <dt>{say(shell.note)}</dt>}
          {row.note && <dd>{row.note}</dd>}
        </dl>
      )}
    </section>
  );

  function absentWords(): Sentence {
    if (state === 'LOADING') return shell.waiting;
    return fault?.kind === 'NOT_FROZEN' ? shell.sourceNotFrozen : shell.unknown;
  }

  function documentLine({ source, provenance }: NonNullable<typeof row>): string {
    if (!source) return say(provenance === 'DEMONSTRATION' ? shell.noDocument : shell.noDocumentStated);
    const title = source.document?.title ?? say(shell.unknown);
    return source.paragraph === null ? title : `${title} · ${say(shell.paragraph, { n: source.paragraph })}`;
  }
}
