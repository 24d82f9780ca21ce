// One panel of a view: its title, its questions, and its five states: loading, fresh, stale, failed and broken.
import type { ComponentChildren } from 'preact';
import type { Picture } from '../graph/picture';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { Sentence } from '../words/words';
import { useNow, writeAge } from '../words/write-age';
import { Guard } from './guard';
import { Icon } from './icon';

export interface PanelOptions<Data> {
  id: string;
  title: Sentence;
  /** Numbers of the questions that it answers. */
  questions?: readonly number[];
  picture: Picture<Data>;
  /** The height that is kept free while it loads, in rem. */
  height?: number;
  wide?: boolean;
  /** Stands above whatever the picture is. */
  above?: ComponentChildren;
  children(data: Data): ComponentChildren;
}

export function Panel<Data>(options: PanelOptions<Data>) {
  const { id, title, questions = [], picture, wide, above } = options;
  const say = useSay();
  return (
    <section
      class={`panel ${wide ? 'panel-wide' : ''}`}
      data-panel={id}
      data-state={picture.state}
      aria-labelledby={`panel-${id}`}
    >
      <header class="panel-head">
        <h2 id={`panel-${id}`}>{say(title)}</h2>
        <span class="panel-questions">{questions.map((n) => say(shell.question, { n })).join(' · ')}</span>
        <StaleMark picture={picture} />
      </header>
      {above}
      <Guard>
        <PanelBody {...options} />
      </Guard>
    </section>
  );
}

function PanelBody<Data>({ picture, height = 12, children }: PanelOptions<Data>) {
  const say = useSay();
  const { answer, state, fault } = picture;
  if (answer) return <div class="panel-body">{children(answer.data)}</div>;
  if (state === 'FAILED') {
    const why =
      fault?.kind === 'UNREACHABLE'
        ? say(shell.failedReach)
        : fault?.kind === 'NOT_FROZEN'
          ? say(shell.notFrozen)
          : (fault?.message ?? '');
    return (
      <div class="panel-state" role="alert" style={{ minHeight: `${height}rem` }}>
        <Icon name="missing" />
        <p>{say(shell.failed, { why })}</p>
      </div>
    );
  }
  return (
    <div class="skeleton" style={{ height: `${height}rem` }} role="status" aria-label={say(shell.waiting)} />
  );
}

export function StaleMark({ picture }: { picture: Picture<unknown> }) {
  const say = useSay();
  const now = useNow();
  if (picture.state !== 'STALE' || !picture.answer || !picture.fault) return null;
  return (
    <span class="mark mark-stale">
      <Icon name="clock" />
      {say(shell.staleMark, { age: writeAge(now - picture.answer.receivedAt, say) })}
    </span>
  );
}
