// Common Markdown, as the markdown block takes it: what build messages need of it, not all of CommonMark.

import { h, link } from './dom.js';
import { withEmoji } from './mrkdwn.js';

const INLINE =
  /`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)|\*\*(?<bold>.+?)\*\*|~~(?<strike>.+?)~~|[*_](?<italic>[^*_]+)[*_]/g;

export function markdown(text) {
  return text
    .split(/^```.*\n([\s\S]*?)^```$/m)
    .flatMap((part, index) => (index % 2 === 1 ? [h('pre', {}, part.trimEnd())] : paragraphs(part)));
}

function paragraphs(text) {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => block(paragraph.trim().split('\n')));
}

function block(lines) {
  const heading = /^(#{1,6})\s+(.*)$/.exec(lines[0]);
  if (heading) {
    const title = h('p', { class: `md-heading md-heading-${heading[1].length}` }, ...inline(heading[2]));
    return lines.length === 1 ? title : h('div', {}, title, block(lines.slice(1)));
  }
  if (/^(-{3,}|\*{3,})$/.test(lines[0])) {
    return h('hr');
  }
  if (lines.every((line) => /^\s*[-*+]\s/.test(line))) {
    return h(
      'ul',
      {},
      lines.map((line) => h('li', {}, ...inline(line.replace(/^\s*[-*+]\s/, '')))),
    );
  }
  if (lines.every((line) => /^\s*\d+\.\s/.test(line))) {
    return h(
      'ol',
      {},
      lines.map((line) => h('li', {}, ...inline(line.replace(/^\s*\d+\.\s/, '')))),
    );
  }
  if (lines.every((line) => line.startsWith('>'))) {
    return h('blockquote', {}, ...joined(lines.map((line) => line.replace(/^>\s?/, ''))));
  }
  return h('p', {}, ...joined(lines));
}

function joined(lines) {
  return lines.flatMap((line, index) => (index === 0 ? inline(line) : [h('br'), ...inline(line)]));
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(...withEmoji(text.slice(from, match.index)), inlineNode(match.groups));
    from = match.index + match[0].length;
  }
  nodes.push(...withEmoji(text.slice(from)));
  return nodes;
}

function inlineNode(groups) {
  if (groups.code) {
    return h('code', {}, groups.code);
  }
  if (groups.url) {
    return link(groups.url, ...inline(groups.label));
  }
  const tag = groups.bold ? 'strong' : groups.strike ? 's' : 'em';
  return h(tag, {}, ...inline(groups.bold ?? groups.strike ?? groups.italic));
}
