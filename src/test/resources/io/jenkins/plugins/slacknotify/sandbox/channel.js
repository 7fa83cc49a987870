// What a conversation is called.

// With a viewer, a direct message is called as the others in it.
export function title(channel, team, viewer) {
  if (channel.kind !== 'DIRECT') {
    return channel.name;
  }
  const others = viewer && channel.members.includes(viewer.id) ? members(channel, team).filter((each) => each.id !== viewer.id).map(shownName) : [];
  return `@${(others.length ? others : people(channel, team)).join(', ')}`;
}

export function sign(channel) {
  return { PUBLIC: '#', PRIVATE: '🔒', DIRECT: '' }[channel.kind];
}

export function memberNames(channel, team) {
  return members(channel, team).map((user) => user.name);
}

export function shownName(user) {
  return user.displayName || user.name;
}

// The names behind ids, for mentions.
export function namesOf(team) {
  return new Map([...team.users, ...team.channels].map((each) => [each.id, shownName(each)]));
}

function people(channel, team) {
  return members(channel, team)
    .filter((user) => !user.bot)
    .map(shownName);
}

function members(channel, team) {
  return channel.members.map((id) => team.users.find((user) => user.id === id)).filter(Boolean);
}
