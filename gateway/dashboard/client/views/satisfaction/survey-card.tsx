// One survey as a card: its result large, its basis, sample, period and source below; what is not stated is said to be so.
import { Icon } from '../../pieces/icon';
import { ProvenanceMark } from '../../pieces/marks';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { type Survey, sayPeriod, sayResult, saySample } from './figures';
import { words } from './words';

export function SurveyCard({ survey, onSource }: { survey: Survey; onSource(): void }) {
  const say = useSay();
  const language = useLanguage();
  const { name, organization, surveyedBy, basis, source, note, provenance } = survey;
  const paragraph = source?.paragraph == null ? '' : ` · ${say(shell.paragraph, { n: source.paragraph })}`;
  const facts: [label: string, text: string | null | undefined][] = [
    [say(words.basis), basis],
    [say(words.sample), saySample(survey)],
    [say(words.period), sayPeriod(survey, language)],
    [say(words.by), surveyedBy?.name],
    [say(shell.document), source?.document && `${source.document.title}${paragraph}`],
  ];
  return (
    <article class="survey" data-survey={survey.id} aria-labelledby={`survey-${survey.id}`}>
      <h3 id={`survey-${survey.id}`}>{name}</h3>
      <p class="survey-of">{organization?.name ?? say(shell.unknown)}</p>
      <p class={`survey-result ${survey.value === null ? 'survey-unknown' : ''}`}>{say(sayResult(survey))}</p>
      <ShareBar survey={survey} />
      <dl>
        {facts.map(([label, text]) => (
          <div key={label} class={text ? '' : 'survey-missing'}>
            <dt>{label}</dt>
            <dd>{text ?? say(words.notStated)}</dd>
          </div>
        ))}
        {note && (
          <div>
            <dt>{say(shell.note)}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
      <footer>
        <ProvenanceMark of={[provenance]} />
        <button type="button" class="link" onClick={onSource}>
          <Icon name="document" /> {say(shell.showSource)}
        </button>
      </footer>
    </article>
  );
}

/** At least 85% is drawn to 85 with its end open. */
function ShareBar({ survey: { value, unitOfMeasure, comparator } }: { survey: Survey }) {
  if (value === null || unitOfMeasure !== '%')
    return <span class="share-bar share-bar-none" aria-hidden="true" />;
  return (
    <span class={`share-bar ${comparator ? 'share-bar-open' : ''}`} aria-hidden="true">
      <span style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />
    </span>
  );
}
