// One message as Slack shows it.

import { attachment, blocks } from './blocks.js';
import { h, safeUrl } from './dom.js';
import { emojiFor } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';

const TOGETHER = 5 * 60 * 1000;
const LONG = 2500;
const PALETTE = ['#1264a3', '#2bac76', '#8d3fa0', '#c25d10', '#b3203b', '#3d6b99', '#7a6100', '#00758a'];

// The long messages that a reader unfolded.
const unfolded = new Set();

// Messages with date lines; those of one author in a row share one head.
export function messages(list, { names, repliesOf, open, inspect, act }) {
  let previous = null;
  return list
    .flatMap((message) => {
      const day = new Date(message.receivedAt).toDateString();
      const newDay = !previous || new Date(previous.receivedAt).toDateString() !== day;
      const follows =
        !newDay &&
        sameSender(previous, message) &&
        message.receivedAt - previous.receivedAt < TOGETHER &&
        !repliesOf?.(previous).length;
      previous = message;
      return [newDay ? dateLine(message.receivedAt) : null, row(message, follows, { names, repliesOf, open, inspect, act })];
    })
    .filter(Boolean);
}

export function clock(millis) {
  return new Date(millis).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function sameSender(a, b) {
  return (
    !a.ephemeral && !b.ephemeral && a.author.userId === b.author.userId && shownName(a) === shownName(b) && a.author.iconEmoji === b.author.iconEmoji
  );
}

function shownName(message) {
  return message.author.username ?? message.author.name;
}

function dateLine(millis) {
  const day = new Date(millis);
  const today = day.toDateString() === new Date().toDateString();
  return h(
    'div',
    { class: 'date-line' },
    h('span', {}, today ? 'Today' : day.toLocaleDateString([], { weekday: 'long', month: 'long', day: 'numeric' })),
  );
}

function row(message, follows, { names, repliesOf, open, inspect, act }) {
  const replies = repliesOf?.(message) ?? [];
  return h(
    'article',
    { class: `message${follows ? ' follows' : ''}${message.ephemeral ? ' ephemeral' : ''}`, 'data-ts': message.ts },
    follows ? h('time', { class: 'side-time' }, clock(message.receivedAt).replace(/\s?[AP]M$/, '')) : avatar(message),
    h(
      'div',
      { class: 'message-main' },
      message.ephemeral ? h('p', { class: 'only-you' }, '👁 Only visible to you') : null,
      follows ? null : head(message),
      message.broadcast
        ? h('p', { class: 'broadcast' }, repliesOf ? 'replied to a thread' : 'also sent to the channel')
        : null,
      folding(message, content(message, names, act?.(message))),
      previews(message, names, act?.(message)),
      message.files?.map(file),
      message.reactions?.length ? reactions(message) : null,
      message.notes.map((note) => h('p', { class: 'note' }, note)),
      replies.length ? threadLine(message, replies, open) : null,
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'inspect',
        'data-key': `inspect-${message.ts}`,
        'aria-label': 'Show this message as JSON',
        title: 'Show as JSON',
        onclick: () => inspect(message),
      },
      '{ }',
    ),
  );
}

function head(message) {
  return h(
    'header',
    { class: 'message-head' },
    h('span', { class: 'name' }, shownName(message)),
    message.author.botId ? h('span', { class: 'badge' }, 'APP') : null,
    h('time', { datetime: new Date(message.receivedAt).toISOString() }, clock(message.receivedAt)),
  );
}

function folding(message, node) {
  if (node.textContent.length < LONG) {
    return node;
  }
  const label = () => (unfolded.has(message.ts) ? 'Show less' : 'Show more');
  const more = h('button', { type: 'button', class: 'more', 'data-key': `more-${message.ts}` }, label());
  more.addEventListener('click', () => {
    unfolded[unfolded.has(message.ts) ? 'delete' : 'add'](message.ts);
    node.classList.toggle('folded');
    more.textContent = label();
  });
  node.classList.toggle('folded', !unfolded.has(message.ts));
  return [node, more];
}

function content(message, names, on) {
  const edited = message.editedAt
    ? h(
        'span',
        { class: 'edited', title: `${message.revisions} update(s), last at ${clock(message.editedAt)}` },
        ' (edited)',
      )
    : null;
  // As in Slack, the text beside blocks is for notifications only.
  return message.blocks.length
    ? h('div', {}, blocks(message.blocks, names, on), attachments(message, names, on), edited)
    : h(
        'div',
        {},
        message.text ? h('div', { class: 'text' }, mrkdwn(message.text, names), edited) : edited,
        attachments(message, names, on),
      );
}

function attachments(message, names, on) {
  return message.attachments.map((item) => attachment(item, names, on));
}

// What the app shows below the links of a message.
function previews(message, names, on) {
  return Object.values(message.previews ?? {}).map((item) => attachment(item, names, on));
}

function file({ name, title, size, preview }) {
  return h(
    'figure',
    { class: 'file' },
    h(
      'figcaption',
      {},
      h('strong', {}, title),
      h('span', { class: 'file-kind' }, `${title === name ? '' : `${name} · `}${bytes(size)}`),
    ),
    preview ? h('pre', { class: 'file-preview' }, preview) : null,
  );
}

function bytes(size) {
  return size < 1024 ? `${size} bytes` : size < 1048576 ? `${Math.round(size / 1024)} kB` : `${(size / 1048576).toFixed(1)} MB`;
}

// Each emoji once, with how many have put it there.
function reactions(message) {
  const names = [...new Set(message.reactions.map((reaction) => reaction.name))];
  return h(
    'div',
    { class: 'reactions' },
    names.map((name) => {
      const count = message.reactions.filter((reaction) => reaction.name === name).length;
      return h('span', { class: 'reaction', title: `:${name}:` }, `${emojiFor(name) ?? `:${name}:`} ${count}`);
    }),
  );
}

function threadLine(message, replies, open) {
  const last = replies[replies.length - 1];
  return h(
    'button',
    { type: 'button', class: 'thread-line', 'data-key': `thread-${message.ts}`, onclick: () => open(message) },
    avatar(last),
    h('span', { class: 'thread-count' }, `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`),
    h('span', { class: 'thread-last' }, `Last reply at ${clock(last.receivedAt)}`),
  );
}

function avatar(message) {
  const { iconEmoji, iconUrl } = message.author;
  const name = shownName(message);
  const url = iconUrl ? safeUrl(iconUrl) : null;
  const picture = iconEmoji ? emojiFor(iconEmoji.replaceAll(/^:|:$/g, '')) : null;
  if (url) {
    return h('img', { class: 'avatar', src: url, alt: '' });
  }
  const box = h(
    'span',
    { class: `avatar${picture ? ' avatar-emoji' : ''}`, 'aria-hidden': 'true' },
    picture ?? name.slice(0, 1).toUpperCase(),
  );
  if (!picture) {
    box.style.backgroundColor =
      PALETTE[[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % PALETTE.length];
  }
  return box;
}
