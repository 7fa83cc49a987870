// Slack's mrkdwn as nodes.

import { h, link } from './dom.js';
import { emojiFor } from './emoji.js';

const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<special>[^<>\\n]+)>',
    '(?<![\\w*])\\*(?!\\s)(?<bold>[^*\\n]+?)(?<!\\s)\\*(?![\\w*])',
    '(?<![\\w_])_(?!\\s)(?<italic>[^_\\n]+?)(?<!\\s)_(?![\\w_])',
    '(?<![\\w~])~(?!\\s)(?<strike>[^~\\n]+?)(?<!\\s)~(?![\\w~])',
    ':(?<emoji>[a-z0-9_+-]+(?:::skin-tone-\\d)?):',
    '(?<url>https?://[^\\s<>|]*[^\\s<>|.,;:!?)\\]])',
  ].join('|'),
  'g',
);

export function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// Whole texts: code blocks and quotes, and everything inline in between.
export function mrkdwn(text, names) {
  return text
    .split(/```([\s\S]+?)```\n?/)
    .flatMap((part, index) =>
      index % 2 === 1 ? [h('pre', {}, decode(part.replace(/^\n|\n$/g, '')))] : quotesAndLines(part, names),
    );
}

export function plainText(text) {
  return withEmoji(decode(text));
}

export function withEmoji(text) {
  return text
    .split(/:([a-z0-9_+-]+(?:::skin-tone-\d)?):/)
    .map((part, index) => (index % 2 === 1 ? emojiNode(part) : part));
}

export function emojiNode(name) {
  const character = emojiFor(name);
  return character
    ? h('span', { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' '), title: `:${name}:` }, character)
    : `:${name}:`;
}

export function mention(kind, id, label, names) {
  const name = label ?? names.get(id) ?? id;
  return h('span', { class: `mention mention-${kind}` }, (kind === 'channel' ? '#' : '@') + name.replace(/^[@#]/, ''));
}

function quotesAndLines(text, names) {
  const nodes = [];
  let quote = null;
  text.split('\n').forEach((line, index, lines) => {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if (quoted) {
      quote ??= nodes[nodes.push(h('blockquote', {})) - 1];
      quote.append(...(quote.hasChildNodes() ? [h('br')] : []), ...inline(quoted[1], names));
      return;
    }
    nodes.push(...inline(line, names));
    if (index < lines.length - 1 && !/^(?:&gt;|>)/.test(lines[index + 1])) {
      nodes.push(h('br'));
    }
    quote = null;
  });
  return nodes;
}

function inline(text, names) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(decode(text.slice(from, match.index)), inlineNode(match, names));
    from = match.index + match[0].length;
  }
  nodes.push(decode(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

function inlineNode({ groups, 0: whole }, names) {
  if (groups.code) {
    return h('code', {}, decode(groups.code));
  }
  if (groups.special) {
    return special(groups.special, names);
  }
  if (groups.emoji) {
    return emojiNode(groups.emoji);
  }
  if (groups.url) {
    return link(decode(whole), decode(whole));
  }
  const tag = groups.bold ? 'strong' : groups.italic ? 'em' : 's';
  return h(tag, {}, ...inline(groups.bold ?? groups.italic ?? groups.strike, names));
}

function special(inside, names) {
  const [target, label] = inside.split(/\|(.*)/s);
  switch (target[0]) {
    case '@':
      return mention('user', target.slice(1), label, names);
    case '#':
      return mention('channel', target.slice(1), label, names);
    case '!':
      return command(target.slice(1), label, names);
    default:
      return link(decode(target), ...withEmoji(decode(label || target)));
  }
}

function command(name, label, names) {
  const [verb, ...rest] = name.split('^');
  if (verb === 'subteam') {
    return mention('group', rest[0], label, names);
  }
  if (verb === 'date') {
    return h('time', {}, date(new Date(Number(rest[0]) * 1000), rest[1] ?? ''));
  }
  return mention('broadcast', verb, label ?? verb, names);
}

// As Slack fills a format in, where it has no other names in braces than these.
function date(moment, format) {
  const today = moment.toDateString() === new Date().toDateString();
  const names = {
    '{date_short_pretty}': today
      ? 'today'
      : moment.toLocaleDateString([], { month: 'short', day: 'numeric', year: 'numeric' }),
    '{time}': moment.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' }),
  };
  const filled = format.replaceAll(/\{\w+\}/g, (name) => names[name] ?? name);
  return !filled || filled.includes('{') ? moment.toLocaleString() : filled;
}
