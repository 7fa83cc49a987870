// The list of workspaces, channels and direct messages, with counts of what was not looked at yet.

import { sign, title } from './channel.js';
import { h } from './dom.js';
import { act } from './post.js';
import { sees } from './viewer.js';

const seen = new Map();

export function markSeen(channel) {
  seen.set(channel.id, channel.messages.length);
}

export function sidebar({ state, team, channel, viewer, apps, go, refresh }) {
  const direct = (each) => each.kind === 'DIRECT';
  const seen = team.channels.filter((each) => sees(viewer, each));
  const entries = (channels) => channels.map((each) => entry(team, each, each === channel, go, viewer));
  return [
    state.workspaces.length > 1 ? teams(state.workspaces, team, go) : null,
    h('h2', {}, team.name),
    group('Channels', entries(seen.filter((each) => !direct(each)))),
    group('Direct messages', entries(seen.filter(direct))),
    viewer ? group('Apps', newApps(team, viewer, apps, go, refresh)) : null,
    viewer ? group(`Not seen by ${viewer.name}`, entries(team.channels.filter((each) => !seen.includes(each)))) : null,
  ].filter(Boolean);
}

// The apps to which the member has not spoken yet.
function newApps(team, viewer, apps, go, refresh) {
  const known = (app) =>
    team.channels.some(
      (each) => each.kind === 'DIRECT' && each.members.includes(viewer.id) && each.members.some((id) => app.bots.includes(id)),
    );
  const open = async (app) => {
    const { id } = await act('act/conversation', { workspace: team.name, user: viewer.id, app: app.id });
    await refresh();
    go(team, { kind: 'DIRECT', id });
  };
  return apps
    .filter((app) => !known(app))
    .map((app) =>
      h(
        'button',
        { type: 'button', class: 'entry', 'data-key': `app-${app.id}`, onclick: () => open(app) },
        h('span', { class: 'sign', 'aria-hidden': 'true' }, '+'),
        h('span', { class: 'label' }, app.name),
      ),
    );
}

function teams(workspaces, current, go) {
  const button = (team) => ({
    type: 'button',
    'data-key': `team-${team.name}`,
    'aria-pressed': String(team === current),
    title: team.name,
    onclick: () => go(team),
  });
  const initial = (team) => team.name.slice(0, 1).toUpperCase();
  return h(
    'div',
    { class: 'teams' },
    workspaces.map((team) => h('button', button(team), initial(team))),
  );
}

function group(label, entries) {
  const items = entries.map((each) => h('li', {}, each));
  return entries.length ? h('section', { 'aria-label': label }, h('h3', {}, label), h('ul', {}, items)) : null;
}

function entry(team, channel, current, go, viewer) {
  const unread = current ? 0 : channel.messages.length - (seen.get(channel.id) ?? 0);
  const attributes = {
    type: 'button',
    class: `entry${unread > 0 ? ' unread' : ''}${channel.archived ? ' archived' : ''}`,
    'data-key': `channel-${channel.id}`,
    'aria-current': current ? 'page' : null,
    onclick: () => go(team, channel),
  };
  const mark = channel.kind === 'DIRECT' ? h('i', { class: 'presence' }) : sign(channel);
  return h(
    'button',
    attributes,
    h('span', { class: 'sign', 'aria-hidden': 'true' }, mark),
    h('span', { class: 'label' }, title(channel, team, viewer)),
    unread > 0 ? h('span', { class: 'count', 'aria-label': `${unread} new` }, unread) : null,
  );
}
