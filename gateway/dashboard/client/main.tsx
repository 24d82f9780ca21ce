// The dashboard's beginning: draws the page, and looks now and then whether a newer one is there.
import { render } from 'preact';
import { Page } from './shell/page';
import { watchVersion } from './shell/watch-version';
import { markPage } from './words/language';

markPage();
render(<Page />, document.getElementById('page')!);
watchVersion(import.meta.url);
