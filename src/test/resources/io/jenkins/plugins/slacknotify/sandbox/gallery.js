// Every conversation of a workspace, with its threads unfolded, one below the other.
// ?workspace=NAME instead of "gallery"; &since=MILLIS without the threads in which nothing was said since then;
// &reader=ID with what only that user sees.

import { namesOf } from './channel.js';
import { h } from './dom.js';
import { messages } from './message.js';

const INTERVAL = 1500;
const query = new URLSearchParams(location.search);
const since = Number(query.get('since') ?? 0);
const reader = query.get('reader');
const place = document.getElementById('exhibits');
let version = '';

function draw(team) {
  if (!team) {
    place.replaceChildren(h('p', {}, 'Nothing hangs here; GalleryMain opens a sandbox with a gallery.'));
    return;
  }
  place.replaceChildren(...team.channels.flatMap((channel) => [h('h2', {}, channel.name), exhibit(channel, team)]));
}

function exhibit(channel, team) {
  const all = [...channel.messages, ...ephemerals(channel)].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  const threads = all.filter((message) => !isReply(message)).map((parent) => thread(parent, all));
  return h(
    'section',
    { class: 'exhibit', id: channel.name, 'data-id': channel.id },
    threads.filter(hasNews).flatMap(({ parent, replies }) => [
      ...shown([parent], team),
      replies.length ? h('div', { class: 'replies' }, shown(replies, team)) : null,
    ]),
  );
}

function isReply(message) {
  return message.threadTs && message.threadTs !== message.ts;
}

function ephemerals(channel) {
  return channel.ephemerals
    .filter((each) => each.userId === reader)
    .map((each) => ({ ...each.message, ephemeral: true }))
    .filter((message) => message.receivedAt >= since);
}

function thread(parent, all) {
  return { parent, replies: all.filter((each) => isReply(each) && each.threadTs === parent.ts) };
}

function hasNews({ parent, replies }) {
  return [parent, ...replies].some((message) => Math.max(message.receivedAt, message.editedAt ?? 0) >= since);
}

function shown(list, team) {
  const inspect = (message) => console.log(message);
  return messages(list, { names: namesOf(team), inspect }).filter((node) => !node.classList.contains('date-line'));
}

async function poll() {
  const response = await fetch(`/sandbox/state?known=${version}`);
  if (response.status === 200) {
    const state = await response.json();
    version = state.version;
    draw(state.workspaces.find((each) => each.name === (query.get('workspace') ?? 'gallery')));
  }
  setTimeout(poll, INTERVAL);
}

poll();
