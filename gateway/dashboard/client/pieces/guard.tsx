// A panel that fails to draw says so and takes no other along.
import { Component, type ComponentChildren } from 'preact';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';

export class Guard extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  /** For whoever opens the browser's tools; the page says the rest. */
  componentDidCatch(error: unknown) {
    reportError(error);
  }

  render() {
    return this.state.broken ? (
      <BrokenPanel again={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    );
  }
}

function BrokenPanel({ again }: { again(): void }) {
  const say = useSay();
  return (
    <div class="panel-state" role="alert">
      <p>{say(shell.broken)}</p>
      <button type="button" class="button" onClick={again}>
        {say(shell.again)}
      </button>
    </div>
  );
}
