// Builds elements. Data only ever becomes text, never markup.
const suits = { h: '♥', d: '♦', s: '♠', c: '♣' };

export function element(name, { text, className, title, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  if (title) made.title = title;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const cell = (text, className) => element('td', { text, className, title: text });
export const badge = (word) => element('span', { text: word?.replace('_', ' '), className: `badge ${/^\w+$/.test(word ?? '') ? word : ''}` });

export function cards(list) {
  return (Array.isArray(list) ? list : []).map((card) => {
    const rank = String(card).slice(0, -1).replace('T', '10').toUpperCase();
    const suit = String(card).slice(-1).toLowerCase();
    return element('span', { text: rank + (suits[suit] ?? suit), className: suit in suits ? `card ${suit}` : 'card' });
  });
}

// Replaces the rows of a table body; rows with a key not seen before are lit up for a moment.
export function fill(body, items, keyOf, rowOf, emptyText) {
  const before = new Set([...body.children].map((row) => row.dataset.key));
  const isFirst = body.children.length === 0;
  const focused = document.activeElement?.dataset?.key;
  const rows = items.map((item) => {
    const row = rowOf(item);
    row.dataset.key = String(keyOf(item));
    if (!isFirst && !before.has(row.dataset.key)) row.classList.add('new');
    return row;
  });
  if (rows.length === 0) rows.push(element('tr', { className: 'empty' }, element('td', { text: emptyText, colspan: 8 })));
  body.replaceChildren(...rows);
  if (focused) rows.find((row) => row.dataset.key === focused)?.focus();
}

export function onOpen(row, open) {
  row.tabIndex = 0;
  row.addEventListener('click', (event) => { if (!event.target.closest('a')) open(); });
  row.addEventListener('keydown', (event) => { if (event.key === 'Enter') open(); });
  return row;
}
