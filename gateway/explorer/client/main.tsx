// Starts the explorer in the page.
import { render } from 'preact';
import { Explorer } from './explorer';
import { SpeakerProvider } from './words/speaker';

render(
  <SpeakerProvider>
    <Explorer />
  </SpeakerProvider>,
  document.getElementById('explorer')!,
);
