// Builds elements. Strings always become text nodes, never markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Only addresses that cannot run code.
export function safeUrl(url) {
  return /^(https?|mailto|slack):/i.test(url) ? url : null;
}

export function link(url, ...children) {
  const href = safeUrl(url);
  return href
    ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
    : h('span', { class: 'dead-link', title: url }, ...children);
}

// A colour must look like one before it gets near a style.
export function colour(value) {
  const named = { good: '#2eb67d', warning: '#ecb22e', danger: '#e01e5a' };
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value ?? '');
  return named[value] ?? (hex ? `#${hex[1]}` : null);
}
