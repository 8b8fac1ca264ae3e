// The composer: the real Draft.js editor, in React, with X's names for its parts.

import { PATHS } from './element.js';
import { me } from './world.js';

/* global React, ReactDOM, Draft */
const { Editor, EditorState, ContentState, CompositeDecorator, Modifier } = window.Draft;
const h = window.React.createElement;

/** Every composer on the page, the oldest first; tests read their state. */
const open = [];

/** The composer that has or last had the focus, else the newest. */
export const current = () => open.find((it) => it.last) ?? open.at(-1) ?? null;

const blue = (props) => h('span', { className: 'blue' }, props.children);
const matching = (pattern) => (block, each) => {
  for (const found of block.getText().matchAll(pattern)) each(found.index, found.index + found[0].length);
};
const decorator = new CompositeDecorator([
  { strategy: matching(/(?<![\w@])@\w{1,15}/g), component: blue },
  { strategy: matching(/(?<![\w#])#[\p{L}\p{N}_]+/gu), component: blue },
]);

class Composer extends window.React.Component {
  constructor(props) {
    super(props);
    this.state = { editor: EditorState.createEmpty(decorator), busy: false };
    this.field = window.React.createRef();
    this.change = (editor) => this.setState({ editor });
    this.focus = () => this.field.current.focus();
    this.send = this.send.bind(this);
  }

  componentDidMount() {
    open.push(this);
    if (this.props.eager) this.focus();
  }

  componentWillUnmount() {
    open.splice(open.indexOf(this), 1);
  }

  text() {
    return this.state.editor.getCurrentContent().getPlainText('\n');
  }

  async send() {
    const text = this.text();
    if (!text.trim() || this.state.busy) return;
    this.setState({ busy: true });
    await this.props.send(text);
    if (!open.includes(this)) return;
    const empty = EditorState.push(this.state.editor, ContentState.createFromText(''), 'remove-range');
    this.setState({ busy: false, editor: EditorState.moveFocusToEnd(empty) });
  }

  /** Draft would parse pasted HTML, which trusted types forbid: X takes the plain text as well. */
  paste(text, html) {
    if (!html) return 'not-handled';
    const { editor } = this.state;
    const content = Modifier.replaceWithFragment(editor.getCurrentContent(), editor.getSelection(), ContentState.createFromText(text).getBlockMap());
    this.change(EditorState.push(editor, content, 'insert-fragment'));
    return 'handled';
  }

  focused() {
    for (const it of open) it.last = it === this;
  }

  render() {
    const { placeholder, button, testid } = this.props;
    const off = !this.text().trim() || this.state.busy;
    return h('div', { className: 'composer' },
      h('div', { className: 'avatar', style: { width: 40, height: 40 } }, h('img', { alt: '', src: `/__stage/avatar/${me().handle}.svg` })),
      h('div', { className: 'composer-column' },
        h('label', { 'data-testid': 'tweetTextarea_0_label', className: 'editor-label' },
          h('div', { 'data-testid': 'tweetTextarea_0RichTextInputContainer', className: 'editor-box', onClick: this.focus },
            h(Editor, {
              ref: this.field, editorState: this.state.editor, onChange: this.change, placeholder,
              ariaLabel: 'Posttekst', ariaMultiline: true, ariaAutoComplete: 'list', role: 'textbox', tabIndex: 0, spellCheck: true,
              webDriverTestID: 'tweetTextarea_0',
              handlePastedText: (text, html) => this.paste(text, html), onFocus: () => this.focused(),
            }))),
        h('div', { 'data-testid': 'toolBar', className: 'toolbar' },
          h('div', { className: 'row', role: 'tablist', 'data-testid': 'ScrollSnap-List' },
            h('button', { type: 'button', role: 'button', className: 'round tint', 'aria-label': 'Foto’s of video toevoegen' },
              h('svg', { viewBox: '0 0 24 24', 'aria-hidden': true }, h('path', { d: PATHS.image })))),
          h('div', { className: 'row' },
            h('div', { role: 'progressbar', 'aria-valuenow': Math.min(100, Math.round(this.text().length / 2.8)), 'aria-valuemin': 0, 'aria-valuemax': 100, className: 'dim count' }, this.text().length ? 280 - this.text().length : ''),
            h('button', { type: 'button', role: 'button', 'data-testid': testid, className: 'send', disabled: off, 'aria-disabled': off || undefined, onClick: this.send },
              h('div', { dir: 'ltr' }, h('span', null, h('span', null, button))))))));
  }
}

/**
 * @param {Element} host
 * @param {{placeholder: string, button: string, testid: 'tweetButton'|'tweetButtonInline', eager?: boolean, send: (text: string) => Promise<void>}} props
 * @returns {() => void} takes it away
 */
export function mount(host, props) {
  // The root of before React 18: Draft.js 0.11 predates concurrent rendering.
  window.ReactDOM.render(h(Composer, props), host);
  return () => window.ReactDOM.unmountComponentAtNode(host);
}
