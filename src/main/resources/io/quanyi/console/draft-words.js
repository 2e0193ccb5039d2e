// Offers words while one is typed in the text editor of a draft: a list at the caret, of which the arrows choose and Enter takes one.
const LEAST = 2; // letters, before a list opens by itself
const MOST = 8; // words in a list
const WORD = /[\p{L}\p{N}_-]+$/u;

const area = document.getElementById('text');
const form = document.querySelector('form.text');
let words = null;
let shown = [];
let active = -1;
const list = document.createElement('ul');
list.id = 'words';
list.className = 'words';
list.hidden = true;
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', form.dataset.wordsLabel);
area.after(list);
area.setAttribute('aria-autocomplete', 'list');
area.setAttribute('aria-controls', list.id);

const begun = () => WORD.exec(area.value.slice(0, area.selectionStart))?.[0] ?? '';

/** Whether the caret stands in quotes, which hold ids; files other than rules have ids without quotes. */
function wantsIds() {
  if (!form.action.includes('.drl')) return true;
  const line = area.value.slice(area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, area.selectionStart);
  return line.split('"').length % 2 === 0;
}

function matching(typed) {
  const start = typed.toLowerCase();
  const quoted = wantsIds();
  const found = words.filter((one) => one.quoted === quoted && one.word !== typed);
  const first = found.filter((one) => one.word.toLowerCase().startsWith(start));
  const others = found.filter((one) => !first.includes(one) && (one.name.toLowerCase().includes(start) || one.word.toLowerCase().includes(start)));
  return [...first, ...others].slice(0, MOST);
}

async function offer(asked) {
  const typed = begun();
  if (area.readOnly || (!asked && typed.length < LEAST)) return close();
  try {
    words ??= await (await fetch(form.dataset.words, { credentials: 'same-origin' })).json();
  } catch (failure) {
    return close(); // Without a connection nothing is offered
  }
  if (typed !== begun()) return;
  shown = matching(typed);
  list.replaceChildren(...shown.map(option));
  list.hidden = shown.length === 0;
  place();
  activate(asked && shown.length > 0 ? 0 : -1);
}

function option(one, index) {
  const item = document.createElement('li');
  item.id = `word-${index}`;
  item.setAttribute('role', 'option');
  const word = document.createElement('b');
  word.textContent = one.word;
  item.append(word, ` ${one.name === one.word ? '' : one.name}`);
  item.addEventListener('mousedown', (event) => {
    event.preventDefault(); // The area keeps the focus
    take(index);
  });
  return item;
}

/** Below the line of the caret, or above it where there is no room. */
function place() {
  const lines = area.value.slice(0, area.selectionStart).split('\n').length;
  const height = parseFloat(getComputedStyle(area).lineHeight);
  const below = lines * height - area.scrollTop + height / 2;
  list.style.top = `${below + list.offsetHeight > area.offsetHeight ? Math.max(0, below - height * 1.5 - list.offsetHeight) : below}px`;
}

function activate(index) {
  active = index;
  [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
  if (index < 0) area.removeAttribute('aria-activedescendant');
  else area.setAttribute('aria-activedescendant', `word-${index}`);
}

function take(index) {
  const typed = begun();
  area.setSelectionRange(area.selectionStart - typed.length, area.selectionStart);
  const { word } = shown[index];
  close();
  // Keeps the history of the field, so that it can be undone
  if (!document.execCommand('insertText', false, word)) {
    area.setRangeText(word, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input'));
  }
  close();
}

function close() {
  list.hidden = true;
  activate(-1);
}

area.addEventListener('input', (event) => {
  if (event.inputType === 'insertText' || (event.inputType === 'deleteContentBackward' && !list.hidden)) offer(false);
  else close();
});
area.addEventListener('compositionend', () => offer(false));
area.addEventListener('blur', close);
area.addEventListener('click', close);
area.addEventListener('scroll', close);
area.addEventListener('keydown', (event) => {
  if (event.key === ' ' && event.ctrlKey) {
    event.preventDefault();
    offer(true);
  } else if (list.hidden || event.isComposing) {
    // The key is one of the area
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    activate(active < 0 && step < 0 ? shown.length - 1 : (active + step + shown.length) % shown.length);
  } else if (event.key === 'Enter' && active >= 0) {
    event.preventDefault();
    take(active);
  } else if (event.key === 'Escape' || event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
    close();
  }
});
