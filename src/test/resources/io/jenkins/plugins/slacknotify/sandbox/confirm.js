// The question before a button that wants to be confirmed.

import { h } from './dom.js';

// Asks before a button that wants to be confirmed.
export function confirmed(item, go) {
  if (!item.confirm) {
    go();
    return;
  }
  const text = (part, otherwise) => item.confirm[part]?.text ?? otherwise;
  const frame = h('dialog', { class: 'modal', 'aria-label': text('title', 'Are you sure?') });
  const end = (yes) => {
    frame.close();
    frame.remove();
    if (yes) {
      go();
    }
  };
  const style = item.confirm.style === 'danger' ? 'button-danger' : 'button-primary';
  frame.append(
    h('header', { class: 'modal-bar' }, h('h2', {}, text('title', 'Are you sure?'))),
    h('div', { class: 'modal-body' }, h('p', {}, text('text', ''))),
    h(
      'footer',
      { class: 'modal-foot' },
      h('button', { type: 'button', class: 'button', onclick: () => end(false) }, text('deny', 'Cancel')),
      h('button', { type: 'button', class: `button ${style}`, onclick: () => end(true) }, text('confirm', 'Confirm')),
    ),
  );
  document.body.append(frame);
  frame.showModal();
}
