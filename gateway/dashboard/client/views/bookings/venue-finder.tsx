// Question 2: which venues have room for so many people at a time of a day.
import { useState } from 'preact/hooks';
import { Q02VenuesForPeopleAtATime } from '../../graph/operations';
import type { Q02VenuesForPeopleAtATimeQuery, Vacancy } from '../../graph/operation-types';
import { readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { CoverageMark } from '../../pieces/marks';
import { Panel } from '../../pieces/panel';
import { openSource } from '../../pieces/open-sheet';
import { Table } from '../../pieces/table';
import { useSay } from '../../words/language';
import { numberColumn, textColumn } from '../row-columns';
import { words } from './words';

type Found = NonNullable<Q02VenuesForPeopleAtATimeQuery['sharedResources']>['edges'][number]['node'];
interface Wish {
  day: string;
  from: string;
  until: string;
  headcount: number;
}

export function VenueFinder() {
  const [wish, setWish] = useState<Wish>({ day: '', from: '09:00', until: '11:00', headcount: 30 });
  const picture = usePicture(Q02VenuesForPeopleAtATime, { vacancy: vacancyOf(wish) });
  return (
    <Panel
      id="finder"
      title={words.finder}
      questions={[2]}
      picture={picture}
      height={14}
      above={<FinderForm choose={setWish} wish={wish} />}
    >
      {({ sharedResources }) => {
        const { rows, coverage, whole, total } = readList(sharedResources);
        const provenances = rows.map(({ provenance }) => provenance);
        const content = foundTable(rows);
        return (
          <>
            <CoverageMark coverage={coverage} />
            <Table
              content={content}
              whole={whole}
              coverage={coverage}
              onSource={openSource({
                id: 'venues-found',
                label: words.found,
                value: total,
                unit: words.places,
                coverage,
                provenances,
                rows: content,
                whole,
              })}
            />
          </>
        );
      }}
    </Panel>
  );
}

/** Without a day it is tomorrow, by the graph's own calendar. */
function vacancyOf({ day, ...rest }: Wish): Vacancy {
  return day ? { day, ...rest } : { dayOffset: 1, ...rest };
}

function FinderForm({ wish, choose }: { wish: Wish; choose(wish: Wish): void }) {
  const say = useSay();
  const [draft, setDraft] = useState(wish);
  const isBad = draft.until <= draft.from;
  const change = (part: Partial<Wish>) => setDraft({ ...draft, ...part });
  return (
    <form
      class="finder"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBad) choose(draft);
      }}
    >
      <label>
        {say(words.day)}{' '}
        <input
          type="date"
          value={draft.day}
          onInput={(event) => change({ day: event.currentTarget.value })}
        />
      </label>
      <label>
        {say(words.from)}{' '}
        <input
          type="time"
          required
          value={draft.from}
          onInput={(event) => change({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {say(words.until)}{' '}
        <input
          type="time"
          required
          value={draft.until}
          onInput={(event) => change({ until: event.currentTarget.value })}
        />
      </label>
      <label>
        {say(words.headcount)}{' '}
        <input
          type="number"
          min={1}
          max={10000}
          required
          value={draft.headcount}
          onInput={(event) =>
            change({ headcount: Math.max(1, Math.trunc(Number(event.currentTarget.value)) || 1) })
          }
        />
      </label>
      <button type="submit" class="button">
        {say(words.find)}
      </button>
      {isBad && <p role="alert">{say(words.badTimes)}</p>}
    </form>
  );
}

function foundTable(rows: Found[]) {
  return tableOf<Found>({
    title: words.found,
    columns: [
      textColumn('name', words.venue, ({ name }) => name),
      numberColumn('capacity', words.capacity, ({ capacity }) => capacity),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}
