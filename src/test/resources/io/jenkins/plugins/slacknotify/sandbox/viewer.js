// Who the person before the page is: one of the members, or nobody, who sees everything and does nothing.

import { h } from './dom.js';
import { shownName } from './channel.js';
import { tell } from './post.js';

const KEY = 'slack-sandbox-viewer';

export function viewerOf(team) {
  const wanted = sessionStorage.getItem(KEY);
  if (wanted === 'nobody') {
    return null;
  }
  const people = team.users.filter((user) => !user.bot);
  return people.find((user) => user.id === wanted) ?? people.find((user) => !user.deactivated) ?? null;
}

export function kindOf(user) {
  if (user.bot) {
    return 'app';
  }
  if (user.deactivated) {
    return 'deactivated';
  }
  if (user.stranger) {
    return 'outsider';
  }
  return { MULTI_CHANNEL_GUEST: 'guest', SINGLE_CHANNEL_GUEST: 'single-channel guest' }[user.account] ?? 'member';
}

// What a member sees of the channels of a workspace.
export function sees(user, channel) {
  if (!user) {
    return true;
  }
  const open = channel.kind === 'PUBLIC' && !user.stranger && user.account === 'MEMBER';
  return open || channel.members.includes(user.id);
}

export function viewerMenu(team, viewer, changed) {
  const people = team.users.filter((user) => !user.bot);
  const select = h(
    'select',
    { id: 'viewer', 'data-key': 'viewer', 'aria-label': 'Who you are' },
    h('option', { value: 'nobody', selected: !viewer }, 'Nobody (sees all)'),
    people.map((user) =>
      h('option', { value: user.id, selected: user === viewer }, `${shownName(user)} · ${kindOf(user)}`),
    ),
  );
  select.addEventListener('change', () => {
    sessionStorage.setItem(KEY, select.value);
    tell('');
    changed();
  });
  return h('label', { class: 'viewer' }, 'You are', select);
}
