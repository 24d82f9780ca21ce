// Typing over a selection, done by the editor: Chromium would carry the old text's style over inline, which the page's policy refuses.
import { EditorView } from '@codemirror/view';

export const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    const { inputType, data } = event;
    if (inputType !== 'insertText' || data === null || main.empty || event.isComposing) return false;
    if (view.state.readOnly) return false;
    event.preventDefault();
    insert(view, data);
    return true;
  },
});

/** Brackets and quotes are set around what is selected by their own handler. */
function insert(view: EditorView, text: string): void {
  const { from, to } = view.state.selection.main;
  const plain = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handle) => handle(view, from, to, text, plain))) view.dispatch(plain());
}
