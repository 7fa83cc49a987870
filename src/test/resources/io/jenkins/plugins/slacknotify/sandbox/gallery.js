// Every channel of the workspace "gallery", with its threads unfolded, one below the other.

import { namesOf } from './channel.js';
import { h } from './dom.js';
import { messages } from './message.js';

const INTERVAL = 1500;
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
  const isReply = (message) => message.threadTs && message.threadTs !== message.ts;
  const replies = channel.messages.filter(isReply);
  return h(
    'section',
    { class: 'exhibit', id: channel.name },
    shown(
      channel.messages.filter((message) => !isReply(message)),
      team,
    ),
    replies.length ? h('div', { class: 'replies' }, shown(replies, team)) : null,
  );
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
    draw(state.workspaces.find((each) => each.name === 'gallery'));
  }
  setTimeout(poll, INTERVAL);
}

poll();
