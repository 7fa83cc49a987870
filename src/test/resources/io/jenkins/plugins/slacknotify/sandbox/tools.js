// The side panels that Slack does not have: calls, faults, setting up, a message as JSON.

import { h } from './dom.js';
import { appSetup, deliveryFaults } from './requests.js';
import { kindOf } from './viewer.js';

const opened = new Set();

export function inspector(message) {
  return h('div', { class: 'panel-body' }, h('pre', { class: 'json' }, JSON.stringify(message, null, 2)));
}

export function calls(state) {
  const list = [...state.calls].reverse();
  return h(
    'div',
    { class: 'panel-body' },
    list.length ? h('ul', { class: 'calls' }, list.map(call)) : h('p', { class: 'empty' }, 'Nobody called yet.'),
  );
}

function call(each) {
  const key = `${each.at} ${each.method} ${JSON.stringify(each.arguments).length}`;
  const details = h(
    'details',
    { open: opened.has(key) },
    h(
      'summary',
      {},
      h('span', { class: `outcome ${each.ok ? 'ok' : 'failed'}` }, each.ok ? 'ok' : 'failed'),
      h('code', {}, each.method),
      h('time', {}, new Date(each.at).toLocaleTimeString()),
      each.error || each.fault
        ? h('span', { class: 'why' }, [each.error, each.fault && `fault: ${each.fault}`].filter(Boolean).join(' · '))
        : null,
    ),
    h('p', {}, `HTTP ${each.status}, ${each.bot ? `by ${each.bot}` : 'by nobody it knows'}`),
    h(
      'dl',
      {},
      Object.entries(each.arguments)
        .sort()
        .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, pretty(value))]),
    ),
  );
  details.addEventListener('toggle', () => (details.open ? opened.add(key) : opened.delete(key)));
  return h('li', {}, details);
}

function pretty(value) {
  if (!/^[[{]/.test(value)) {
    return value;
  }
  try {
    return h('pre', { class: 'json' }, JSON.stringify(JSON.parse(value), null, 2));
  } catch {
    return value;
  }
}

// One and the same form at every drawing, so that what is being filled in stays.
let faultForm = null;

export function faults(shown) {
  const { state, refresh } = shown;
  faultForm ??= form(
    'Set the fault',
    '/sandbox/faults',
    refresh,
    [
      choice('method', 'Method', ['*', ...state.methods]),
      choice('fault', 'Fault', state.faultKinds),
      field('argument', 'Seconds, status, bytes, error or address', { placeholder: 'usual' }),
      field('times', 'How often (0: always)', { type: 'number', min: 0, value: 1 }),
    ],
    (values) => ({ ...values, times: Number(values.times) }),
  );
  return h(
    'div',
    { class: 'panel-body' },
    deliveryFaults(shown),
    h('h3', {}, 'Of calls of the Web API'),
    h('p', { class: 'hint' }, 'The next calls of a method meet the fault, in the order the faults were set.'),
    faultForm,
    h('h3', {}, 'Waiting'),
    state.faults.length
      ? h(
          'ul',
          { class: 'plain' },
          state.faults.map((each) =>
            h('li', {}, h('code', {}, each.method), ` ${each.fault}, ${each.times ? `${each.times}×` : 'always'}`),
          ),
        )
      : h('p', { class: 'hint' }, 'No fault is set.'),
    state.faults.length
      ? h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-key': 'clear-faults',
            onclick: () => send('/sandbox/faults/clear', {}).then(refresh),
          },
          'Take all back',
        )
      : null,
  );
}

export function setup(shown) {
  const { team, refresh } = shown;
  const workspace = team.name;
  const withTeam = (values) => ({ ...values, workspace });
  return h(
    'div',
    { class: 'panel-body' },
    h('h3', {}, 'Bot token'),
    h(
      'ul',
      { class: 'plain' },
      team.users.filter((user) => user.bot).map((bot) => h('li', {}, tokenRow(workspace, bot))),
    ),
    appSetup(shown),
    h('h3', {}, 'Install an app'),
    form(
      'Install',
      '/sandbox/bots',
      refresh,
      [field('name', 'Name of the bot', { required: true }), field('scopes', 'Scopes, with commas (empty: all)', {})],
      ({ name, scopes }) =>
        withTeam(scopes.trim() ? { name, scopes: scopes.split(',').map((scope) => scope.trim()) } : { name }),
    ),
    h('h3', {}, 'New channel'),
    form(
      'Create',
      '/sandbox/channels',
      refresh,
      [field('name', 'Name', { required: true }), choice('private', 'Who sees it', ['public', 'private'])],
      (values) => withTeam({ ...values, private: values.private === 'private' }),
    ),
    h('h3', {}, 'New person'),
    form(
      'Add',
      '/sandbox/users',
      refresh,
      [
        field('name', 'Full name', { required: true }),
        field('displayName', 'Display name (empty: none)', {}),
        field('email', 'E-mail address', { type: 'email', required: true }),
        choice('account', 'Account', ['member', 'guest', 'single-channel guest', 'outsider']),
      ],
      withTeam,
    ),
    h('h3', {}, 'People'),
    h(
      'ul',
      { class: 'plain' },
      team.users.filter((user) => !user.bot).map((person) => h('li', {}, personRow(workspace, person, refresh))),
    ),
    h('h3', {}, 'Invite to a channel'),
    form(
      'Invite',
      '/sandbox/invitations',
      refresh,
      [
        choice(
          'channel',
          'Channel',
          team.channels.filter((each) => each.kind !== 'DIRECT').map((each) => each.name),
        ),
        choice(
          'who',
          'Who',
          team.users.map((user) => user.name),
        ),
      ],
      withTeam,
    ),
  );
}

function tokenRow(workspace, bot) {
  const output = h('output', { class: 'token' });
  const show = async () => {
    const { token, error } = await send('/sandbox/tokens', { workspace, name: bot.name });
    output.textContent = token ?? error;
  };
  return [bot.name, ' ', h('button', { type: 'button', class: 'button', onclick: show }, 'Show token'), output];
}

function personRow(workspace, person, refresh) {
  const action = person.deactivated ? 'reactivate' : 'deactivate';
  const change = () => send(`/sandbox/users/${action}`, { workspace, who: person.id }).then(refresh);
  const label = person.deactivated ? 'Reactivate' : 'Deactivate';
  const button = { type: 'button', class: 'button', 'aria-label': `${label} ${person.name}`, onclick: change };
  return [`${person.name} · ${kindOf(person)} `, h('code', {}, person.email), ' ', h('button', button, label)];
}

function form(label, path, refresh, fields, convert) {
  const status = h('p', { class: 'hint', role: 'status' });
  const element = h('form', { class: 'form' }, fields, h('button', { class: 'button button-primary' }, label), status);
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { error } = await send(path, convert(Object.fromEntries(new FormData(element))));
    status.textContent = error ?? 'Done.';
    if (!error) {
      await refresh();
    }
  });
  return element;
}

function field(name, label, attributes) {
  return h('label', {}, label, h('input', { name, autocomplete: 'off', 'data-key': `field-${name}`, ...attributes }));
}

function choice(name, label, options) {
  return h(
    'label',
    {},
    label,
    h(
      'select',
      { name, 'data-key': `field-${name}` },
      options.map((option) => h('option', {}, option)),
    ),
  );
}

async function send(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
