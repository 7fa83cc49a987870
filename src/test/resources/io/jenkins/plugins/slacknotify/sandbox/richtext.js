// The rich_text block.

import { h, link } from './dom.js';
import { emojiNode, mention } from './mrkdwn.js';

export function richText(block, names) {
  return h(
    'div',
    { class: 'rich-text' },
    block.elements.map((element) => container(element, names)),
  );
}

function container(element, names) {
  switch (element.type) {
    case 'rich_text_list':
      return h(
        element.style === 'ordered' ? 'ol' : 'ul',
        { class: `indent-${Math.min(element.indent ?? 0, 4)}`, start: element.offset ? element.offset + 1 : null },
        element.elements.map((item) =>
          h(
            'li',
            {},
            item.elements.map((each) => inline(each, names)),
          ),
        ),
      );
    case 'rich_text_quote':
      return h(
        'blockquote',
        {},
        element.elements.map((each) => inline(each, names)),
      );
    case 'rich_text_preformatted':
      return h(
        'pre',
        {},
        element.elements.map((each) => inline(each, names)),
      );
    default:
      return h(
        'div',
        { class: 'lines' },
        element.elements.map((each) => inline(each, names)),
      );
  }
}

function inline(element, names) {
  return styled(element.style, plain(element, names));
}

function plain(element, names) {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return link(element.url, element.text ?? element.url);
    case 'emoji':
      return emojiNode(element.name);
    case 'user':
      return mention('user', element.user_id, undefined, names);
    case 'usergroup':
      return mention('group', element.usergroup_id, undefined, names);
    case 'channel':
      return mention('channel', element.channel_id, undefined, names);
    case 'broadcast':
      return mention('broadcast', element.range, element.range, names);
    case 'date':
      return h('time', {}, new Date(element.timestamp * 1000).toLocaleString());
    default:
      return element.value ?? `[${element.type}]`;
  }
}

function styled(style, node) {
  const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' };
  return Object.entries(tags).reduceRight((inner, [name, tag]) => (style?.[name] ? h(tag, {}, inner) : inner), node);
}
