// Modals as Slack shows them: a frame in the middle with a title, the blocks, and buttons at the foot.

import { blocks } from './blocks.js';
import { h } from './dom.js';
import { valuesOf } from './fields.js';
import { act } from './post.js';

let shown = { key: '', dialog: null };

// Shows the uppermost modal of the member, and keeps what was typed while it stays the same.
export function showModal({ state, team, viewer, names, refresh }) {
  const view = viewer
    ? state.inbound.views.filter((each) => each.type === 'modal' && each.userId === viewer.id).at(-1)
    : null;
  const key = view ? `${view.id} ${view.hash}` : '';
  if (key === shown.key) {
    return;
  }
  const kept = shown.dialog && view && shown.key.startsWith(`${view.id} `) ? valuesOf(form(shown.dialog)) : {};
  shown.dialog?.close();
  shown.dialog?.remove();
  shown = { key, dialog: view ? dialog(view, { team, viewer, names, refresh, kept }) : null };
  if (shown.dialog) {
    document.body.append(shown.dialog);
    shown.dialog.showModal();
  }
}

function form(dialog) {
  return dialog.querySelector('form');
}

function dialog(view, { team, viewer, names, refresh, kept }) {
  const body = { workspace: team.name, user: viewer.id, view: view.id, app: view.appId };
  const close = async () => {
    await act('act/close', body);
    await refresh();
  };
  const on = {
    press: (action, option) => act('act/press', { ...body, action, option }).then(refresh),
    suggest: async (action, typed) => (await act('act/suggest', { ...body, action, typed })).options ?? [],
  };
  const element = h(
    'form',
    { class: 'modal-form', novalidate: true },
    h(
      'header',
      { class: 'modal-bar' },
      h('h2', {}, view.title),
      h('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: close }, '✕'),
    ),
    h('div', { class: 'modal-body' }, blocks(view.blocks, names, on)),
    h(
      'footer',
      { class: 'modal-foot' },
      h('button', { type: 'button', class: 'button', onclick: close }, view.close || 'Cancel'),
      view.submit ? h('button', { class: 'button button-primary' }, view.submit) : null,
    ),
  );
  fill(element, kept);
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await act('act/submit', { ...body, values: valuesOf(element) });
    showErrors(element, answer.errors ?? {});
    await refresh();
  });
  const frame = h('dialog', { class: 'modal', 'aria-label': view.title }, element);
  frame.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  return frame;
}

function fill(element, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = element.elements.namedItem(name);
    if (field && 'value' in field && !(field instanceof RadioNodeList)) {
      field.value = value;
    }
  }
}

function showErrors(element, errors) {
  for (const field of element.querySelectorAll('.field')) {
    const place = field.querySelector('.field-error');
    place.textContent = errors[field.dataset.block] ?? '';
    place.hidden = !errors[field.dataset.block];
  }
}
