// A text editor in the page: CodeMirror, with the colours, keys and labels that all editors here share.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'preact/hooks';
import { typeOverSelection } from './type-over-selection';

export interface EditorProps {
  label: string;
  text: string;
  extensions: Extension[];
  /** Absent where the text is only read. */
  onChange?: (text: string) => void;
  /** Hands out the editor once it is there, and null when it goes. */
  onView?: (view: EditorView | null) => void;
}

export function Editor({ label, text, extensions, onChange, onView }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  useEffect(() => {
    const listen = EditorView.updateListener.of((update) => {
      if (update.docChanged) changed.current?.(update.state.doc.toString());
    });
    const readOnly = onChange ? [] : [EditorState.readOnly.of(true), EditorView.editable.of(false)];
    const spoken = EditorView.contentAttributes.of({
      'aria-label': label,
      tabindex: '0', // a text that scrolls is reached by keyboard, written or only read
      ...(onChange ? {} : { role: 'textbox', 'aria-readonly': 'true' }),
    });
    const created = new EditorView({
      doc: text,
      parent: place.current!,
      extensions: [extensions, readOnly, spoken, listen, LOOK],
    });
    view.current = created;
    onView?.(created);
    return () => {
      onView?.(null);
      created.destroy();
    };
  }, [extensions, label]);

  useEffect(() => {
    const { current } = view;
    if (!current || current.state.doc.toString() === text) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
  }, [text]);

  return <div class="editor" ref={place} />;
}

/** Every colour has a contrast of 4.5 or more on white. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: '#7a1fa2' },
  { tag: [tags.propertyName, tags.attributeName], color: '#0b4f9e' },
  { tag: [tags.string, tags.special(tags.name)], color: '#a1260d' },
  { tag: [tags.integer, tags.float, tags.number, tags.bool, tags.null], color: '#0a6b3d' },
  { tag: [tags.variableName, tags.modifier], color: '#8a4b00' },
  { tag: [tags.atom, tags.typeName], color: '#00616b' },
  { tag: [tags.lineComment, tags.comment], color: '#5b6472' },
]);

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** Ctrl-Enter is left to the page, which runs the operation; Tab is left to the browser, so that nobody is trapped. */
const LOOK: Extension = [
  EditorView.cspNonce.of(nonce),
  Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => true }])),
  lineNumbers(),
  foldGutter(),
  history(),
  drawSelection(),
  bracketMatching(),
  closeBrackets(),
  typeOverSelection,
  syntaxHighlighting(COLOURS),
  EditorView.lineWrapping,
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...lintKeymap,
    ...foldKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]),
];
