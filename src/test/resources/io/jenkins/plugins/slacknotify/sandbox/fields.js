// The inputs of modals, and what was typed or chosen in them.

import { h } from './dom.js';
import { withEmoji } from './mrkdwn.js';

// A field for each input element. Its value is sent by the id of its block: elements of several blocks may have one action_id.
export function inputField(block, suggest) {
  const item = block.element;
  const name = block.block_id;
  return h(
    'div',
    { class: 'field', 'data-block': block.block_id },
    h(
      'label',
      { for: `field-${name}` },
      ...withEmoji(block.label.text),
      block.optional ? h('span', { class: 'optional' }, ' (optional)') : null,
    ),
    control(item, name, suggest),
    block.hint ? h('p', { class: 'hint' }, ...withEmoji(block.hint.text)) : null,
    h('p', { class: 'field-error', role: 'alert', hidden: true }),
  );
}

export function control(item, name, suggest) {
  const common = { name, id: `field-${name}`, 'data-key': `field-${name}`, placeholder: item.placeholder?.text };
  switch (item.type) {
    case 'plain_text_input':
      return item.multiline
        ? textArea(common, item)
        : h('input', { ...common, value: item.initial_value, maxlength: item.max_length, autocomplete: 'off' });
    case 'number_input':
      return h('input', { ...common, type: 'number', value: item.initial_value, step: 'any' });
    case 'datepicker':
      return h('input', { ...common, type: 'date', value: item.initial_date });
    case 'timepicker':
      return h('input', { ...common, type: 'time', value: item.initial_time });
    case 'checkboxes':
      return choices(item, name, 'checkbox');
    case 'radio_buttons':
      return choices(item, name, 'radio');
    case 'static_select':
    case 'multi_static_select':
      return menu(item, common);
    case 'external_select':
      return externalMenu(item, common, suggest);
    default:
      return h('input', { ...common, autocomplete: 'off' });
  }
}

function textArea(common, item) {
  const area = h('textarea', { ...common, rows: 4, maxlength: item.max_length });
  area.value = item.initial_value ?? '';
  return area;
}

function choices(item, name, type) {
  const initial = [item.initial_option, ...(item.initial_options ?? [])].filter(Boolean).map((each) => each.value);
  return h(
    'div',
    { class: 'choices' },
    item.options.map((option) =>
      h(
        'label',
        {},
        h('input', { type, name, value: option.value, checked: initial.includes(option.value) }),
        ...withEmoji(option.text.text),
      ),
    ),
  );
}

function menu(item, common) {
  const many = item.type === 'multi_static_select';
  const initial = [item.initial_option, ...(item.initial_options ?? [])].filter(Boolean).map((each) => each.value);
  return h(
    'select',
    { ...common, multiple: many },
    many ? null : h('option', { value: '' }, item.placeholder?.text ?? 'Choose an option'),
    (item.options ?? item.option_groups?.flatMap((group) => group.options) ?? []).map((option) =>
      h('option', { value: option.value, selected: initial.includes(option.value) }, option.text.text),
    ),
  );
}

// Asks the app for options while one types.
function externalMenu(item, common, suggest) {
  const list = h('datalist', { id: `options-${common.name}` });
  const input = h('input', { ...common, list: list.id, autocomplete: 'off', value: item.initial_option?.value });
  let asked = 0;
  input.addEventListener('input', async () => {
    const number = ++asked;
    if (input.value.length >= (item.min_query_length ?? 3)) {
      const options = await suggest(item.action_id, input.value);
      if (number === asked) {
        list.replaceChildren(...options.map((option) => h('option', { value: option.value }, option.text.text)));
      }
    }
  });
  return h('span', {}, input, list);
}

// What is in the fields of a form, several values of one field separated by commas. A field in which nothing is chosen is empty.
export function valuesOf(form) {
  const values = Object.fromEntries([...form.elements].filter((field) => field.name).map((field) => [field.name, '']));
  for (const [name, value] of new FormData(form)) {
    values[name] = values[name] ? `${values[name]},${value}` : value;
  }
  return values;
}
