// The messages of a channel, and those of a thread.

import { memberNames, sign, title } from './channel.js';
import { composer } from './composer.js';
import { h } from './dom.js';
import { homeTab, homeTabs, isAppConversation } from './home.js';
import { messages } from './message.js';
import { act } from './post.js';

const NEAR_THE_END = 60;
let stream = { id: null, element: null };

// Keeps the place of a reader who has scrolled up, and follows the news otherwise.
export function showConversation(place, shown) {
  const { team, channel, go } = shown;
  const home = shown.detail === 'home' && isAppConversation(channel, shown.viewer, shown.app);
  const id = `${channel.id} ${home}`;
  const fresh = stream.id !== id;
  if (fresh) {
    const attributes = { class: 'stream', role: 'log', 'aria-label': home ? 'Home' : 'Messages', tabindex: 0 };
    const element = h('div', attributes);
    stream = { id, element, following: true };
    element.addEventListener('scroll', () => {
      stream.following = isAtEnd(element);
    });
  }
  const parts = [bar(channel, team, shown.viewer), homeTabs(shown), stream.element, home ? null : composer(shown)];
  replaceChildren(place, parts.filter(Boolean));
  if (home) {
    stream.following = false;
    stream.element.replaceChildren(homeTab(shown));
    return;
  }
  const options = {
    ...optionsOf(shown),
    repliesOf: (parent) => repliesTo(parent, channel),
    open: (message) => go(team, channel, message.ts),
  };
  const list = messages(
    [...channel.messages, ...ephemerals(shown)]
      .filter((message) => message.broadcast || !hasParent(message, channel))
      .sort((a, b) => (a.ts < b.ts ? -1 : 1)),
    options,
  );
  stream.element.replaceChildren(
    ...(list.length ? list : [h('p', { class: 'empty' }, 'Nothing was said here yet.')]),
  );
  follow();
}

// Shows the newest messages to a reader who has not scrolled up.
export function follow() {
  if (stream.following) {
    stream.element.scrollTop = stream.element.scrollHeight;
  }
}

// Touches nothing that stays: the stream would lose its place, and the line its cursor.
function replaceChildren(place, parts) {
  for (const child of [...place.children].filter((each) => !parts.includes(each))) {
    child.remove();
  }
  parts.forEach((part, i) => {
    if (place.children[i] !== part) {
      place.insertBefore(part, place.children[i] ?? null);
    }
  });
}

function optionsOf({ team, viewer, app, names, inspect, refresh }) {
  const body = (message) => ({ workspace: team.name, user: viewer.id, app: message.author.appId ?? app?.id });
  return {
    names,
    inspect,
    act: (message) =>
      viewer && message.author.botId
        ? { press: (action, option) => act('act/press', { ...body(message), ts: message.ts, action, option }).then(refresh) }
        : null,
  };
}

// What only the member sees who is before the page; somebody who is nobody sees what all see.
function ephemerals({ channel, viewer }) {
  return channel.ephemerals
    .filter((each) => !viewer || each.userId === viewer.id)
    .map((each) => ({ ...each.message, ephemeral: true }));
}

export function showNothing(place, sentence) {
  stream = { id: null, element: null };
  place.replaceChildren(h('p', { class: 'empty' }, sentence));
}

export function thread(shown, parent) {
  const { channel } = shown;
  const replies = [
    ...repliesTo(parent, channel),
    ...ephemerals(shown).filter((each) => each.threadTs === parent.ts),
  ].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  const options = optionsOf(shown);
  return h(
    'div',
    { class: 'panel-body', role: 'log', 'aria-label': 'Thread' },
    messages([parent], options),
    h('p', { class: 'reply-count' }, `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`),
    messages(replies, options).filter((node) => !node.classList.contains('date-line')),
    composer(shown, parent),
  );
}

function bar(channel, team, viewer) {
  const members = memberNames(channel, team);
  const about = members.length ? `Members: ${members.join(', ')}` : 'No members';
  return h(
    'header',
    { class: 'bar' },
    h('h2', {}, `${sign(channel)} ${title(channel, team, viewer)}`.trim()),
    h('p', {}, channel.archived ? 'archived' : about),
  );
}

function repliesTo(parent, channel) {
  return channel.messages.filter((each) => each.threadTs === parent.ts && each.ts !== parent.ts);
}

// A reply whose parent is not there stands in the channel, as it would be lost to sight otherwise.
function hasParent(message, channel) {
  return (
    message.threadTs && message.threadTs !== message.ts && channel.messages.some((each) => each.ts === message.threadTs)
  );
}

function isAtEnd(element) {
  return element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_THE_END;
}
