// The messages of a channel, and those of a thread.

import { memberNames, namesOf, sign, title } from './channel.js';
import { h } from './dom.js';
import { messages } from './message.js';

const NEAR_THE_END = 60;
let stream = { id: null, element: null };

// Keeps the place of a reader who has scrolled up, and follows the news otherwise.
export function showConversation(place, { team, channel, go, inspect }) {
  const fresh = stream.id !== channel.id;
  if (fresh) {
    const attributes = { class: 'stream', role: 'log', 'aria-label': 'Messages', tabindex: 0 };
    stream = { id: channel.id, element: h('div', attributes) };
    place.replaceChildren(bar(channel, team), stream.element);
  } else {
    place.firstElementChild.replaceWith(bar(channel, team));
  }
  const atEnd = fresh || isAtEnd(stream.element);
  const options = {
    names: namesOf(team),
    repliesOf: (parent) => repliesTo(parent, channel),
    open: (message) => go(team, channel, message.ts),
    inspect,
  };
  const shown = messages(
    channel.messages.filter((message) => message.broadcast || !hasParent(message, channel)),
    options,
  );
  stream.element.replaceChildren(
    ...(shown.length ? shown : [h('p', { class: 'empty' }, 'Nothing was said here yet.')]),
  );
  if (atEnd) {
    stream.element.scrollTop = stream.element.scrollHeight;
  }
}

export function showNothing(place, sentence) {
  stream = { id: null, element: null };
  place.replaceChildren(h('p', { class: 'empty' }, sentence));
}

export function thread({ team, channel, inspect }, parent) {
  const replies = repliesTo(parent, channel);
  const options = { names: namesOf(team), inspect };
  return h(
    'div',
    { class: 'panel-body', role: 'log', 'aria-label': 'Thread' },
    messages([parent], options),
    h('p', { class: 'reply-count' }, `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`),
    messages(replies, options).filter((node) => !node.classList.contains('date-line')),
  );
}

function bar(channel, team) {
  const members = memberNames(channel, team);
  const about = members.length ? `Members: ${members.join(', ')}` : 'No members';
  return h(
    'header',
    { class: 'bar' },
    h('h2', {}, `${sign(channel)} ${title(channel, team)}`.trim()),
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
