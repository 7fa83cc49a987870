// What apps were told, with what came back; how they are reached; and what can go wrong on the way.

import { h } from './dom.js';
import { act, post } from './post.js';

const opened = new Set();

// The fault that was chosen last, as the menu is drawn anew with every change.
let chosenFault = null;
const EVENTS = [
  'rename channel',
  'archive channel',
  'unarchive channel',
  'delete channel',
  'remove the bot',
  'uninstall',
  'revoke tokens',
];
const SOCKET = {
  warning: 'Warn',
  refresh_requested: 'Ask for a refresh',
  link_disabled: 'Switch Socket Mode off',
  cut: 'Cut',
  close: 'Close',
  share: 'Another takes half',
  alone: 'No other',
};

export function requests({ state, team, refresh }) {
  const list = [...state.inbound.requests].reverse();
  return h(
    'div',
    { class: 'panel-body' },
    list.length
      ? h('ul', { class: 'calls' }, list.map((each) => request(each, team, refresh)))
      : h('p', { class: 'empty' }, 'No app was told anything yet.'),
  );
}

function request(each, team, refresh) {
  const first = each.attempts.find((attempt) => !attempt.problem);
  const who = team.users.find((user) => user.id === each.userId)?.name ?? 'Slack';
  const state = first ? 'ok' : each.attempts.length ? 'failed' : 'held';
  const details = h(
    'details',
    { open: opened.has(each.id) },
    h(
      'summary',
      { 'data-key': `request-${each.id}` },
      h('span', { class: `outcome outcome-wide ${state}` }, first ? `${first.millis.toFixed(1)} ms` : state),
      h('code', {}, each.name),
      h('span', { class: 'by' }, who),
      h('time', {}, new Date(each.at).toLocaleTimeString()),
      each.slackSays || each.fault
        ? h('span', { class: 'why' }, [each.slackSays, each.fault && `fault: ${each.fault}`].filter(Boolean).join(' · '))
        : null,
    ),
    h(
      'ol',
      { class: 'attempts' },
      each.attempts.map((attempt) => h('li', {}, attemptLine(attempt))),
    ),
    first?.body ? [h('h4', {}, 'Acknowledged with'), h('pre', { class: 'json' }, pretty(first.body))] : null,
    each.answers.map((answer, i) => [
      h('h4', {}, `Answer ${i + 1} to the response_url${answer.error ? `, refused: ${answer.error}` : ''}`),
      h('pre', { class: 'json' }, pretty(answer.body)),
    ]),
    h('h4', {}, `Sent to ${each.app}`),
    h('pre', { class: 'json' }, JSON.stringify(each.payload, null, 2)),
    each.kind === 'EVENT'
      ? h(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => act('act/retry', { request: each.id, workspace: team.name }).then(refresh),
          },
          'Send it again, as a retry',
        )
      : null,
  );
  details.addEventListener('toggle', () => (details.open ? opened.add(each.id) : opened.delete(each.id)));
  return h('li', {}, details);
}

function attemptLine(attempt) {
  const way = { http: `HTTP ${attempt.status || 'without an answer'}`, socket: 'Socket Mode', elsewhere: 'another connection' };
  const retry = attempt.retryNumber ? `, retry ${attempt.retryNumber}` : '';
  const outcome = attempt.problem ? attempt.problem : `acknowledged after ${attempt.millis.toFixed(1)} ms`;
  return `${way[attempt.way]}${retry}: ${outcome}`;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

export function deliveryFaults({ state, app, refresh }) {
  const { deliveryFaults: kinds, armed } = state.inbound;
  const select = h(
    'select',
    { name: 'fault', 'data-key': 'delivery-fault' },
    kinds.map((kind) => h('option', { value: kind.name, selected: kind.name === chosenFault }, kind.title)),
  );
  select.addEventListener('change', () => {
    chosenFault = select.value;
  });
  const set = (always) => () => post('apps/fault', { fault: select.value, always }).then(refresh);
  const button = (label, onclick) => h('button', { type: 'button', class: 'button', 'data-key': label, onclick }, label);
  return [
    h('h3', {}, 'On the way to the app'),
    h('p', { class: 'hint' }, 'What the next request meets, or every one.'),
    h('div', { class: 'form' }, h('label', {}, 'Fault', select)),
    h(
      'p',
      { class: 'row' },
      button('The next', set(false)),
      button('Every one', set(true)),
      armed.length ? button('None', () => post('apps/fault', {}).then(refresh)) : null,
    ),
    armed.length ? h('p', { class: 'hint' }, `Waiting: ${armed.join(', ')}`) : null,
    app && !app.requestUrl
      ? [
          h('h3', {}, `Socket Mode: ${app.connections} connection(s)`),
          h(
            'p',
            { class: 'row' },
            Object.entries(SOCKET).map(([what, label]) =>
              button(label, () => act('apps/socket', { app: app.id, what }).then(refresh)),
            ),
          ),
        ]
      : null,
  ];
}

export function appSetup({ team, app, refresh }) {
  if (!app) {
    return [];
  }
  const secrets = h('dl', { class: 'secrets' });
  const show = async () => {
    const all = await post('apps/secrets', { app: app.id });
    secrets.replaceChildren(
      ...Object.entries(all).flatMap(([name, value]) => [h('dt', {}, name), h('dd', { class: 'token' }, value)]),
    );
  };
  const url = h('input', { name: 'url', 'data-key': 'request-url', value: app.requestUrl, autocomplete: 'off' });
  const delivery = h(
    'form',
    { class: 'form' },
    h('label', {}, 'Request URL (empty: Socket Mode)', url),
    h('button', { class: 'button button-primary' }, 'Deliver there'),
  );
  delivery.addEventListener('submit', (event) => {
    event.preventDefault();
    act('apps/deliver', { app: app.id, url: url.value }).then(refresh);
  });
  return [
    h('h3', {}, `App ${app.name}`),
    h('p', {}, h('button', { type: 'button', class: 'button', onclick: show }, 'Show secrets')),
    secrets,
    delivery,
    h('h3', {}, 'What happens to the app'),
    eventForm(team, app, refresh),
  ];
}

function eventForm(team, app, refresh) {
  const channels = team.channels.filter((each) => each.kind !== 'DIRECT');
  const what = h('select', { name: 'what', 'data-key': 'event' }, EVENTS.map((each) => h('option', {}, each)));
  const channel = h(
    'select',
    { name: 'channel', 'data-key': 'event-channel' },
    channels.map((each) => h('option', { value: each.id }, each.name)),
  );
  const to = h('input', { name: 'to', 'data-key': 'event-to', autocomplete: 'off' });
  const element = h(
    'form',
    { class: 'form' },
    h('label', {}, 'What', what),
    h('label', {}, 'Channel', channel),
    h('label', {}, 'New name', to),
    h('button', { class: 'button button-primary' }, 'Let it happen'),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = { workspace: team.name, app: app.id, what: what.value, channel: channel.value, to: to.value };
    act('apps/event', body).then(refresh);
  });
  return element;
}
