// The frame of the explorer: its three views, the switch of language, and what all views share.
import { useMemo } from 'preact/hooks';
import { useLoaded } from './browser/use-loaded';
import { usePlace } from './browser/use-place';
import { DocsView } from './docs/docs-view';
import { loadMap, loadNames } from './graph/load-map';
import { loadSchema, schemaIn } from './graph/load-schema';
import { loadQuestions } from './graph/questions';
import { MapView } from './map/map-view';
import { QueryView } from './query/query-view';
import { useSpeaker } from './words/speaker';

const MAP_EVERY_MS = 5_000;
const NO_NAMES = new Map<string, string>();

export function Explorer() {
  const { say, language } = useSpeaker();
  const place = usePlace();
  const document = useLoaded(loadSchema);
  const questions = useLoaded(loadQuestions);
  const names = useLoaded(loadNames);
  const map = useLoaded(loadMap, place.view === 'map' ? MAP_EVERY_MS : undefined);
  const schema = useMemo(
    () => (document.value ? schemaIn(document.value, language) : null),
    [document.value, language],
  );
  const faults = [document.fault, questions.fault].filter((it) => it !== undefined);
  return (
    <>
      <Header view={place.view} sandbox={questions.value?.sandbox ?? false} />
      <main data-view={place.view}>
        {faults.map((fault) => (
          <p key={fault} class="fault" role="alert">
            {say({
              zh: `没有读到（${fault}）；网关恢复后会自动重试。`,
              en: `Not read (${fault}); tried again by itself.`,
            })}
          </p>
        ))}
        {place.view === 'query' && (
          <QueryView
            place={place}
            groups={questions.value?.groups ?? []}
            schema={schema}
            names={names.value ?? NO_NAMES}
          />
        )}
        {place.view === 'docs' && (
          <DocsView
            schema={schema}
            type={place.type}
            field={place.field}
            contracts={map.value?.contracts ?? []}
          />
        )}
        {place.view === 'map' && <MapView map={map} names={names.value ?? NO_NAMES} />}
      </main>
    </>
  );
}

const VIEWS = [
  { view: 'query', title: { zh: '查询', en: 'Query' } },
  { view: 'docs', title: { zh: '文档', en: 'Docs' } },
  { view: 'map', title: { zh: '谁管什么', en: 'Who serves what' } },
] as const;

function Header({ view, sandbox }: { view: string; sandbox: boolean }) {
  const { say, speak, language } = useSpeaker();
  return (
    <header>
      <h1>
        {say({ zh: '联席', en: 'Lianxi' })} <span>{say({ zh: '图的查询工具', en: 'Explorer' })}</span>
      </h1>
      <nav aria-label={say({ zh: '页面', en: 'Views' })}>
        {VIEWS.map((it) => (
          <a key={it.view} href={`#/${it.view}`} aria-current={it.view === view ? 'page' : undefined}>
            {say(it.title)}
          </a>
        ))}
      </nav>
      <div class="aside">
        {sandbox && <a href="/">Apollo Sandbox</a>}
        <a href="/schema.graphql">SDL</a>
        <button
          type="button"
          class="quiet"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </div>
    </header>
  );
}
