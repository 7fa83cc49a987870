// The two tabs of an app: its home, and the messages.

import { blocks } from './blocks.js';
import { h } from './dom.js';
import { act } from './post.js';

// The bar with the tabs, in the conversation of a member with an app; nothing elsewhere.
export function homeTabs({ team, channel, viewer, detail, go, app, refresh }) {
  if (!isAppConversation(channel, viewer, app)) {
    return null;
  }
  const open = async () => {
    go(team, channel, 'home');
    await act('act/home', { workspace: team.name, user: viewer.id, app: app.id });
    await refresh();
  };
  const tab = (label, on, onclick) =>
    h('button', { type: 'button', class: 'tab', 'data-key': `tab-${label}`, 'aria-pressed': String(on), onclick }, label);
  return h(
    'nav',
    { class: 'tabs', 'aria-label': 'Tabs of the app' },
    app.home ? tab('Home', detail === 'home', open) : null,
    tab('Messages', detail !== 'home', () => go(team, channel)),
  );
}

export function isAppConversation(channel, viewer, app) {
  return Boolean(
    app && viewer && channel?.kind === 'DIRECT' && channel.members.includes(viewer.id) && channel.members.some((id) => app.bots.includes(id)),
  );
}

export function homeTab({ state, team, viewer, app, names, refresh }) {
  const view = state.inbound.views.find(
    (each) => each.type === 'home' && each.userId === viewer.id && each.appId === app.id,
  );
  if (!view) {
    return h('p', { class: 'empty' }, 'The app shows nothing here yet.');
  }
  const body = { workspace: team.name, user: viewer.id, view: view.id, app: app.id };
  const on = { press: (action, option) => act('act/press', { ...body, action, option }).then(refresh) };
  return h('div', { class: 'home' }, blocks(view.blocks, names, on));
}
