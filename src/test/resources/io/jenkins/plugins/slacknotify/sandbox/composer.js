// The line in which a member types: messages, commands that begin with a slash, mentions of the app.

import { h } from './dom.js';
import { sign, title } from './channel.js';
import { kindOf, sees } from './viewer.js';
import { act } from './post.js';

// What was typed and not sent yet, by place.
const drafts = new Map();

export function composer({ team, channel, viewer, app, refresh }, thread) {
  const where = thread?.ts ?? channel.id;
  const why = reason({ team, channel, viewer, app });
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
    if (error) {
      drafts.set(where, body.text);
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
