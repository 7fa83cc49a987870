// The page: asks the sandbox for its state and draws what the address bar names.
// #WORKSPACE/CHANNEL, with /TIMESTAMP for a thread, /home for an app's home tab, or the name of a tool.

import { namesOf } from './channel.js';
import { follow, showConversation, showNothing, thread } from './conversation.js';
import { h } from './dom.js';
import { showModal } from './modal.js';
import { tell } from './post.js';
import { requests } from './requests.js';
import { markSeen, sidebar } from './sidebar.js';
import { calls, faults, inspector, setup } from './tools.js';
import { sees, viewerMenu, viewerOf } from './viewer.js';

const INTERVAL = 700;
const TOOLS = { requests: 'Requests', calls: 'API calls', faults: 'Faults', setup: 'Set up' };

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
  const viewer = team ? viewerOf(team) : null;
  const seen = channels.filter((each) => sees(viewer, each));
  const home = seen.find((each) => each.messages.length) ?? seen[0] ?? channels[0];
  const channel = channels.find((each) => each.name === name || each.id === name) ?? home;
  const apps = state.inbound.apps.filter((each) => each.workspaces.includes(team?.name));
  const app = apps.find((each) => channel?.kind === 'DIRECT' && channel.members.some((id) => each.bots.includes(id)));
  const names = team ? namesOf(team) : new Map();
  return { state, team, channel, detail, viewer, app: app ?? apps.at(-1), apps, names, go, inspect, refresh };
}

function go(team, channel, detail) {
  inspected = null;
  tell('');
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
  const selection = place(document.activeElement);
  places.tools.replaceChildren(viewerMenu(shown.team, shown.viewer, draw), ...toolButtons(shown));
  drawConversation(shown);
  places.sidebar.replaceChildren(...sidebar(shown));
  drawPanel(shown);
  follow();
  showModal(shown);
  if (focus) {
    const element = document.querySelector(`[data-key="${CSS.escape(focus)}"]`);
    element?.focus({ preventScroll: true });
    if (selection && element?.setSelectionRange && element.type === 'text') {
      element.setSelectionRange(...selection);
    }
  }
}

// Where the cursor is in a line.
function place(element) {
  return element?.selectionStart === undefined || element.selectionStart === null
    ? null
    : [element.selectionStart, element.selectionEnd];
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
  if (kind === 'setup' && places.panel.dataset.basis === basis(shown)) {
    return;
  }
  places.panel.dataset.basis = kind === 'setup' ? basis(shown) : '';
  const scrolled = places.panel.querySelector('.panel-body')?.scrollTop ?? 0;
  places.panel.replaceChildren(...(kind ? [panelBar(shown, kind), panelBody(shown, kind, parent)] : []));
  if (kind) {
    places.panel.querySelector('.panel-body').scrollTop = scrolled;
  }
}

// The forms for setting up stay as they are while nothing changes that they show.
function basis({ team, app }) {
  return JSON.stringify([team.name, team.users, team.channels.map((each) => each.id), app?.id, app?.requestUrl]);
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
    case 'requests':
      return requests(shown);
    case 'calls':
      return calls(state);
    case 'faults':
      return faults(shown);
    case 'setup':
      return setup(shown);
    default:
      return thread(shown, parent);
  }
}

function toolButtons({ team, channel, detail }) {
  const failed = state.calls.filter((call) => !call.ok).length;
  const { requests: told, armed } = state.inbound;
  const lost = told.filter((each) => each.attempts.length && each.attempts.every((attempt) => attempt.problem)).length;
  const counts = {
    requests: lost ? `${lost} failed` : '',
    calls: failed ? `${failed} failed` : '',
    faults: state.faults.length + armed.length || '',
  };
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
