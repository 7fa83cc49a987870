// Block Kit blocks and attachments as nodes.

import { confirmed } from './confirm.js';
import { colour, h, link, safeUrl } from './dom.js';
import { control, inputField } from './fields.js';
import { markdown } from './markdown.js';
import { mrkdwn, plainText, withEmoji } from './mrkdwn.js';
import { richText } from './richtext.js';

// With `on`, elements can be pressed: on.press(actionId, option) and, for options of the app's, on.suggest(actionId, typed).
export function blocks(list, names, on) {
  return list.map((block) => h('div', { class: `block block-${block.type}` }, draw(block, names, on)));
}

export function attachment(item, names, on) {
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
    ...blocks(item.blocks ?? [], names, on),
    ...(item.footer ? [h('p', { class: 'attachment-footer' }, ...plainText(item.footer))] : []),
  );
  return bar;
}

const painters = {
  section: (block, names, on) => [
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
    block.accessory ? h('div', { class: 'accessory' }, element(block.accessory, names, on)) : null,
  ],
  header: (block) => [h('h3', {}, ...withEmoji(block.text.text))],
  divider: () => [h('hr')],
  context: (block, names) => block.elements.map((item) => element(item, names)),
  actions: (block, names, on) => block.elements.map((item) => element(item, names, on)),
  input: (block, names, on) => [inputField(block, on?.suggest)],
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

function draw(block, names, on) {
  const painter = painters[block.type];
  return painter
    ? painter(block, names, on)
    : [h('p', { class: 'unknown' }, `This page cannot draw ${block.type} blocks.`)];
}

function text(object, names) {
  return object.type === 'mrkdwn' ? mrkdwn(object.text, names) : withEmoji(object.text);
}

function element(item, names, on) {
  switch (item.type) {
    case 'button':
      return button(item, on);
    case 'image':
      return picture(item, 'small-picture');
    case 'overflow':
      return menu(item, on, '⋯', 'More actions');
    case 'static_select':
      return menu(item, on, item.placeholder?.text ?? '', item.placeholder?.text ?? 'Choose');
    case 'mrkdwn':
    case 'plain_text':
      return h('span', { class: 'text' }, text(item, names));
    default:
      return picker(item, on);
  }
}

function menu(item, on, first, label) {
  const select = h(
    'select',
    { class: `button menu-${item.type}`, 'aria-label': label, 'data-action': item.action_id },
    h('option', { value: '' }, first),
    item.options.map((option) =>
      h('option', { value: option.value, selected: option.value === item.initial_option?.value }, option.text.text),
    ),
  );
  select.addEventListener('change', () => {
    const chosen = select.value;
    if (on && chosen) {
      confirmed(item, () => on.press(item.action_id, chosen));
    }
  });
  return select;
}

// A date, checkboxes and the like, which tell the app at once when they stand outside of inputs.
function picker(item, on) {
  const box = control(item, item.action_id ?? '', on?.suggest ?? (async () => []));
  box.addEventListener('change', () => {
    const values = box.matches('input, select') ? [box.value] : [...box.querySelectorAll('input')].filter((each) => each.checked || each.type === 'text').map((each) => each.value);
    on?.press(item.action_id, values.join(','));
  });
  return box;
}

function button(item, on) {
  const attributes = {
    class: `button ${item.style ? `button-${item.style}` : ''}`,
    title: item.value ?? item.url,
    'data-action': item.action_id,
    onclick: on ? () => confirmed(item, () => on.press(item.action_id)) : null,
  };
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
