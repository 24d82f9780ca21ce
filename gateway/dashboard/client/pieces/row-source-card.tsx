// Where one row comes from: who keeps it, when it changed, and the paragraph of its document.
import { RowSource } from '../graph/operations';
import type { RowSourceQueryVariables } from '../graph/operation-types';
import type { Origin } from '../graph/table-content';
import type { Picture } from '../graph/picture';
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
  claim: 'needClaim',
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
  attendance: 'attendance',
  'data-quality-note': 'doubt',
};

export function hasSource({ id }: Origin): boolean {
  return id !== null && id.split('.')[1]! in KINDS;
}

export function RowSourceCard({ origin, name }: { origin: Origin; name: string }) {
  const say = useSay();
  const language = useLanguage();
  const picture = usePicture(RowSource, {
    id: origin.id!,
    [KINDS[origin.id!.split('.')[1]!]!]: true,
  });
  const { answer } = picture;
  const row = answer && Object.values(answer.data).find((it) => it != null);
  return (
    <section class="source-card" aria-live="polite" data-source={origin.id}>
      <h3>{say(shell.sourceOf, { row: name })}</h3>
      {!row && <p>{say(absentWords(picture))}</p>}
      {row && (
        <dl>
          <dt>{say(shell.saidBy)}</dt>
          <dd>
            {ownerOf(row)} <ProvenanceMark of={[row.provenance]} />
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

  /** The directory is the street's alone, and names no owner. */
  function ownerOf(found: NonNullable<typeof row>): string {
    if (!('owner' in found)) return say(shell.directory);
    return found.owner?.name ?? say(shell.unknown);
  }

  function documentLine(found: NonNullable<typeof row>): string {
    const { provenance } = found;
    const source =
      found.source ??
      ('document' in found && found.document ? { document: found.document, paragraph: null } : null);
    if (!source) return say(provenance === 'DEMONSTRATION' ? shell.noDocument : shell.noDocumentStated);
    const title = source.document?.title ?? say(shell.unknown);
    return source.paragraph === null ? title : `${title} · ${say(shell.paragraph, { n: source.paragraph })}`;
  }
}

export function absentWords({ state, fault }: Picture<unknown>): Sentence {
  if (state === 'LOADING') return shell.waiting;
  return fault?.kind === 'NOT_FROZEN' ? shell.sourceNotFrozen : shell.unknown;
}
