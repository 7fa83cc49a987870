// Block Kit blocks and attachments as nodes.

import { colour, h, link, safeUrl } from './dom.js';
import { markdown } from './markdown.js';
import { mrkdwn, plainText, withEmoji } from './mrkdwn.js';
import { richText } from './richtext.js';

export function blocks(list, names) {
  return list.map((block) => h('div', { class: `block block-${block.type}` }, draw(block, names)));
}

export function attachment(item, names) {
  const bar = h('div', { class: 'attachment' });
  bar.style.borderLeftColor = colour(item.color) ?? '';
  bar.append(
    ...part('attachment-pretext', item.pretext, names),
    ...(item.author_name ? [h('p', { class: 'attachment-author' }, ...plainText(item.author_name))] : []),
    ...(item.title
      ? [h('p', { class: 'attachment-title' }, item.title_link ? link(item.title_link, item.title) : item.title)]
      : []),
    ...part('attachment-text', item.text, names),
    ...(item.fields?.length ? [fields(item.fields, names)] : []),
    ...blocks(item.blocks ?? [], names),
    ...(item.footer ? [h('p', { class: 'attachment-footer' }, ...plainText(item.footer))] : []),
  );
  return bar;
}

const painters = {
  section: (block, names) => [
    h(
      'div',
      { class: 'section-main' },
      block.text ? h('div', { class: 'text' }, text(block.text, names)) : null,
      block.fields
        ? h(
            'div',
            { class: 'fields' },
            block.fields.map((field) => h('div', { class: 'text' }, text(field, names))),
          )
        : null,
    ),
    block.accessory ? h('div', { class: 'accessory' }, element(block.accessory, names)) : null,
  ],
  header: (block) => [h('h3', {}, ...withEmoji(block.text.text))],
  divider: () => [h('hr')],
  context: (block, names) => block.elements.map((item) => element(item, names)),
  actions: (block, names) => block.elements.map((item) => element(item, names)),
  image: (block) => [
    h(
      'figure',
      {},
      block.title ? h('figcaption', {}, ...withEmoji(block.title.text)) : null,
      picture(block, 'block-picture'),
    ),
  ],
  markdown: (block) => markdown(block.text),
  rich_text: (block, names) => [richText(block, names)],
};

function draw(block, names) {
  const painter = painters[block.type];
  return painter
    ? painter(block, names)
    : [h('p', { class: 'unknown' }, `This page cannot draw ${block.type} blocks.`)];
}

function text(object, names) {
  return object.type === 'mrkdwn' ? mrkdwn(object.text, names) : withEmoji(object.text);
}

function element(item, names) {
  switch (item.type) {
    case 'button':
      return button(item);
    case 'image':
      return picture(item, 'small-picture');
    case 'overflow':
      return h('button', { type: 'button', class: 'button', 'aria-label': 'More actions' }, '⋯');
    case 'static_select':
      return h(
        'select',
        { class: 'button', 'aria-label': item.placeholder?.text ?? 'Choose' },
        [item.placeholder?.text ?? '', ...item.options.map((option) => option.text.text)].map((label) =>
          h('option', {}, label),
        ),
      );
    default:
      return h('span', { class: 'text' }, text(item, names));
  }
}

function button(item) {
  const attributes = { class: `button ${item.style ? `button-${item.style}` : ''}`, title: item.value ?? item.url };
  const href = item.url ? safeUrl(item.url) : null;
  return href
    ? h('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, ...withEmoji(item.text.text))
    : h('button', { ...attributes, type: 'button' }, ...withEmoji(item.text.text));
}

function picture(item, className) {
  return h('img', { class: className, src: safeUrl(item.image_url ?? ''), alt: item.alt_text, loading: 'lazy' });
}

function part(className, value, names) {
  return value ? [h('div', { class: `${className} text` }, mrkdwn(value, names))] : [];
}

function fields(list, names) {
  return h(
    'div',
    { class: 'fields' },
    list.map((field) =>
      h(
        'div',
        { class: field.short ? '' : 'wide' },
        h('strong', {}, field.title ?? ''),
        h('div', {}, mrkdwn(field.value ?? '', names)),
      ),
    ),
  );
}
