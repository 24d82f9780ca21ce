// The small marks that keep a figure honest: who is missing from it, and where it comes from. Icon and words, never colour alone.
import { type Coverage, type Kind, kindOf, type Provenance } from '../graph/figures';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { Icon } from './icon';

export function CoverageMark({ coverage }: { coverage: Coverage | null | undefined }) {
  const say = useSay();
  if (!coverage || coverage.complete) return null;
  const notJoined = coverage.missing.filter(({ reason }) => reason === 'NOT_JOINED').length;
  const silent = coverage.missing.length - notJoined;
  return (
    <>
      {silent > 0 && (
        <span class="mark mark-missing">
          <Icon name="missing" />
          {say(shell.someMissing, { n: silent })}
        </span>
      )}
      {notJoined > 0 && (
        <span class="mark mark-not-joined">
          <Icon name="notJoined" />
          {say(shell.someNotJoined, { n: notJoined })}
        </span>
      )}
    </>
  );
}

export function ProvenanceMark({ of }: { of: readonly (Provenance | null | undefined)[] }) {
  const kind = kindOf(of);
  return kind ? <KindMark kind={kind} /> : null;
}

function KindMark({ kind }: { kind: NonNullable<Kind> }) {
  const say = useSay();
  const hint =
    kind === 'STATED' ? say(shell.statedHint) : kind === 'ENTERED' ? undefined : say(shell.demonstrationHint);
  return (
    <span class={`mark mark-${kind.toLowerCase()}`} title={hint}>
      {say(shell[kind])}
    </span>
  );
}
