// What a conversation is called.

export function title(channel, team) {
  return channel.kind === 'DIRECT' ? people(channel, team).join(', ') : channel.name;
}

export function sign(channel) {
  return { PUBLIC: '#', PRIVATE: '🔒', DIRECT: '' }[channel.kind];
}

export function memberNames(channel, team) {
  return members(channel, team).map((user) => user.name);
}

// The names behind ids, for mentions.
export function namesOf(team) {
  return new Map([...team.users, ...team.channels].map((each) => [each.id, each.name]));
}

function people(channel, team) {
  return members(channel, team)
    .filter((user) => !user.bot)
    .map((user) => user.name);
}

function members(channel, team) {
  return channel.members.map((id) => team.users.find((user) => user.id === id)).filter(Boolean);
}
