// The page: asks the sandbox for its state and draws what the address bar names.
// #WORKSPACE/CHANNEL, with /TIMESTAMP for a thread or /calls, /faults, /setup for a tool.

import { showConversation, showNothing, thread } from './conversation.js';
import { h } from './dom.js';
import { markSeen, sidebar } from './sidebar.js';
import { calls, faults, inspector, setup } from './tools.js';

const INTERVAL = 700;
const TOOLS = { calls: 'API calls', faults: 'Faults', setup: 'Set up' };

const places = Object.fromEntries(
  ['sidebar', 'conversation', 'panel', 'tools', 'connection'].map((id) => [id, document.getElementById(id)]),
);
let state = null;
let inspected = null;

// What is to be seen, and what a click can do.
function view() {
  const [workspace, name, detail] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const team = state.workspaces.find((each) => each.name === workspace) ?? state.workspaces[0];
  const channels = team?.channels ?? [];
  const home = channels.find((each) => each.messages.length) ?? channels[0];
  const channel = channels.find((each) => each.name === name || each.id === name) ?? home;
  return { state, team, channel, detail, go, inspect, refresh };
}

function go(team, channel, detail) {
  inspected = null;
  const address = channel?.kind === 'DIRECT' ? channel.id : channel?.name;
  location.hash = [team?.name ?? '', address ?? '', detail]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/');
  draw();
}

function inspect(message) {
  inspected = message;
  draw();
}

// Draws everything anew and keeps the focus where it was.
function draw() {
  const shown = view();
  const focus = document.activeElement?.dataset?.key;
  if (!shown.team) {
    showNothing(places.conversation, 'No workspace yet.');
    return;
  }
  places.tools.replaceChildren(...toolButtons(shown));
  drawConversation(shown);
  places.sidebar.replaceChildren(...sidebar(shown));
  drawPanel(shown);
  if (focus) {
    document.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  }
}

function drawConversation(shown) {
  if (shown.channel) {
    markSeen(shown.channel);
    showConversation(places.conversation, shown);
  } else {
    showNothing(places.conversation, 'No channel yet. “Set up” makes one.');
  }
}

function drawPanel(shown) {
  const parent = shown.channel?.messages.find((message) => message.ts === shown.detail);
  const kind = inspected ? 'json' : shown.detail in TOOLS ? shown.detail : parent ? 'thread' : null;
  places.panel.hidden = !kind;
  document.body.classList.toggle('with-panel', Boolean(kind));
  if (kind === 'setup' && isUnchanged(shown.team)) {
    return;
  }
  places.panel.dataset.basis = kind === 'setup' ? basis(shown.team) : '';
  const scrolled = places.panel.querySelector('.panel-body')?.scrollTop ?? 0;
  places.panel.replaceChildren(...(kind ? [panelBar(shown, kind), panelBody(shown, kind, parent)] : []));
  if (kind) {
    places.panel.querySelector('.panel-body').scrollTop = scrolled;
  }
}

// The forms for setting up stay as they are while nothing changes that they show.
function isUnchanged(team) {
  return places.panel.dataset.basis === basis(team);
}

function basis(team) {
  return JSON.stringify([team.name, team.users, team.channels.map((each) => each.id)]);
}

function panelBar({ team, channel }, kind) {
  const label = { ...TOOLS, json: 'Message as JSON', thread: 'Thread' }[kind];
  const close = { type: 'button', class: 'close', 'data-key': 'close', 'aria-label': 'Close' };
  return h(
    'header',
    { class: 'bar' },
    h('h2', {}, label),
    h('button', { ...close, onclick: () => go(team, channel) }, '✕'),
  );
}

function panelBody(shown, kind, parent) {
  switch (kind) {
    case 'json':
      return inspector(inspected);
    case 'calls':
      return calls(state);
    case 'faults':
      return faults(state, refresh);
    case 'setup':
      return setup(shown.team, refresh);
    default:
      return thread(shown, parent);
  }
}

function toolButtons({ team, channel, detail }) {
  const failed = state.calls.filter((call) => !call.ok).length;
  const counts = { calls: failed ? `${failed} failed` : '', faults: state.faults.length || '' };
  const attributes = (tool) => ({
    type: 'button',
    'data-key': `tool-${tool}`,
    'aria-pressed': String(detail === tool),
    onclick: () => go(team, channel, detail === tool ? undefined : tool),
  });
  return Object.entries(TOOLS).map(([tool, label]) =>
    h('button', attributes(tool), label, counts[tool] ? h('span', { class: 'count' }, counts[tool]) : null),
  );
}

async function refresh() {
  const response = await fetch(`/sandbox/state?known=${state?.version ?? ''}`);
  if (response.status === 200) {
    state = await response.json();
    draw();
  }
}

async function poll() {
  try {
    await refresh();
    places.connection.textContent = '';
  } catch (problem) {
    console.error(problem);
    places.connection.textContent = 'The sandbox does not answer.';
  }
  setTimeout(poll, INTERVAL);
}

window.addEventListener('hashchange', () => {
  inspected = null;
  if (state) {
    draw();
  }
});
poll();
