// The line in which a member types: messages, commands that begin with a slash, mentions of the app.

import { h } from './dom.js';
import { sign, title } from './channel.js';
import { kindOf, sees } from './viewer.js';
import { act } from './post.js';

// What was typed and not sent yet, by place.
const drafts = new Map();

// The line of the channel and that of the thread, which stay while nothing changes about them.
const lines = new Map();

export function composer(shown, thread) {
  const { team, channel, viewer, app } = shown;
  const why = reason(shown);
  const key = JSON.stringify([team.name, channel.id, channel.name, thread?.ts, viewer?.id, app?.id, why]);
  const old = lines.get(Boolean(thread));
  if (old?.key === key) {
    return old.element;
  }
  const element = line(shown, thread, why);
  lines.set(Boolean(thread), { key, element });
  return element;
}

function line({ team, channel, viewer, app, refresh }, thread, why) {
  const where = thread?.ts ?? channel.id;
  if (why) {
    return h('p', { class: 'composer composer-off' }, why);
  }
  const mention = app ? ` · /command · @${app.name} …` : '';
  const input = h('input', {
    class: 'composer-line',
    'data-key': `composer-${where}`,
    'aria-label': thread ? 'Reply' : 'Message',
    autocomplete: 'off',
    placeholder: thread ? `Reply as ${viewer.name}` : `Message ${channel.kind === 'PUBLIC' ? sign(channel) : ''}${title(channel, team, viewer)} as ${viewer.name}${mention}`,
  });
  input.value = drafts.get(where) ?? '';
  input.addEventListener('input', () => drafts.set(where, input.value));
  const element = h('form', { class: 'composer' }, input, h('button', { class: 'button button-primary' }, 'Send'));
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!input.value.trim()) {
      return;
    }
    const body = { workspace: team.name, user: viewer.id, channel: channel.id, text: input.value, app: app?.id };
    drafts.delete(where);
    input.value = '';
    const { error } = await act('act/type', thread ? { ...body, thread: thread.ts } : body);
    if (error && !input.value) {
      drafts.set(where, body.text);
      input.value = body.text;
    }
    await refresh();
  });
  return element;
}

function reason({ team, channel, viewer, app }) {
  if (!viewer) {
    return 'Choose above who you are, to type.';
  }
  if (viewer.deactivated) {
    return `${viewer.name} is deactivated.`;
  }
  if (!sees(viewer, channel)) {
    return `${viewer.name} (${kindOf(viewer)}) is not in this conversation.`;
  }
  if (channel.archived) {
    return 'This channel is archived.';
  }
  if (channel.kind === 'DIRECT' && app && !app.composer && channel.members.some((id) => app.bots.includes(id))) {
    return 'Sending messages to this app has been turned off.';
  }
  return null;
}
