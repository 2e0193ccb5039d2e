// What a script adds to the text editor of a draft: faults after each pause in typing, saving, and a copy of what is not saved yet.
const form = document.querySelector('form.text');
const area = document.getElementById('text');
const found = document.getElementById('found');
const status = document.getElementById('status');
const restore = document.getElementById('restore');
const copy = 'quanyi-text ' + form.action;

const CHECK_PAUSE = 200; // milliseconds
const SAVE_PAUSE = 1000;
const RETRY_PAUSE = 5000;

let saved = area.value;
let stopped = false; // whether saving waits for the person
let saving = false;
let waiting = null; // the button that was pressed meanwhile
let checkTimer, saveTimer, checking;

const say = (what) => { status.textContent = form.dataset[what]; };
const fields = (text) => {
  const all = new URLSearchParams();
  for (const name of ['csrf', 'tag']) {
    const field = form.elements.namedItem(name);
    if (field) all.set(name, field.value);
  }
  all.set('text', text);
  return all;
};
const send = (address, text, signal) =>
  fetch(address, { method: 'POST', body: fields(text), signal, credentials: 'same-origin', redirect: 'manual' });

// The numbers of the lines, and which of them have a fault or a comment

const gutter = document.createElement('div');
gutter.className = 'gutter';
gutter.setAttribute('aria-hidden', 'true');
area.before(gutter);

function number() {
  const bad = new Set([...found.querySelectorAll('[data-line]')].map((item) => Number(item.dataset.line)));
  const commented = new Set([...document.querySelectorAll('[data-comment]')].map((item) => Number(item.dataset.comment)));
  const lines = area.value.split('\n').length;
  const numbers = document.createDocumentFragment();
  for (let line = 1; line <= lines; line++) {
    const one = document.createElement('div');
    one.textContent = (bad.has(line) ? '● ' : '') + (commented.has(line) ? '✎ ' : '') + line;
    if (bad.has(line)) one.className = 'bad';
    numbers.append(one);
  }
  gutter.replaceChildren(numbers);
  follow();
}

function follow() {
  gutter.style.height = area.offsetHeight + 'px';
  gutter.scrollTop = area.scrollTop;
}

function goTo(line) {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] || '').length);
  area.scrollTop = Math.max(0, (line - 5) * parseFloat(getComputedStyle(area).lineHeight));
}

// Checks

async function check() {
  if (checking) checking.abort();
  checking = new AbortController();
  const text = area.value;
  try {
    const answer = await send(form.dataset.check, text, checking.signal);
    if (answer.status === 200 && text === area.value) {
      found.innerHTML = await answer.text();
      number();
    }
  } catch (failure) {
    // The next pause checks again; saving says if the connection is lost
  }
}

// Saving: one at a time, and again as long as there is something new

async function save() {
  if (saving || stopped || area.value === saved) return;
  saving = true;
  const text = area.value;
  say('saving');
  let pause = SAVE_PAUSE;
  try {
    const answer = await send(form.dataset.save, text);
    if (answer.status === 200) {
      form.elements.namedItem('tag').value = await answer.text();
      saved = text;
      say('saved');
      if (area.value === saved) localStorage.removeItem(copy);
    } else if (answer.status === 503) {
      say('lost');
      pause = RETRY_PAUSE;
    } else {
      stopped = true;
      say(answer.status === 412 ? 'conflict' : answer.status === 404 ? 'gone' : 'refused');
    }
  } catch (failure) {
    say('lost');
    pause = RETRY_PAUSE;
  }
  saving = false;
  if (waiting) form.requestSubmit(waiting);
  else if (!stopped && area.value !== saved) saveLater(pause);
}

function saveLater(pause) {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, pause);
}

function typed() {
  try {
    localStorage.setItem(copy, area.value);
  } catch (failure) {
    // Without room for a copy the page still warns before it is left
  }
  if (gutter.childElementCount !== area.value.split('\n').length) number();
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, CHECK_PAUSE);
  saveLater(SAVE_PAUSE);
}

area.addEventListener('input', typed);
area.addEventListener('scroll', follow);
addEventListener('resize', follow);

addEventListener('keydown', (event) => {
  if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
  }
});

let leaving = false;
form.addEventListener('submit', (event) => {
  const edit = event.submitter && event.submitter.name === 'apply' ? event.submitter.value.split('\t') : [];
  if (edit.length !== 4) {
    leave(event);
    return;
  }
  event.preventDefault();
  apply(Number(edit[0]), Number(edit[1]), edit[2], edit[3]);
});

/** The form is sent once nothing is being saved: its tag is that of the text that was saved last. */
function leave(event) {
  clearTimeout(saveTimer);
  if (saving) {
    event.preventDefault();
    waiting = event.submitter;
  } else {
    stopped = true;
    leaving = true;
  }
}

function apply(line, column, word, meant) {
  const lines = area.value.split('\n');
  const text = lines[line - 1] || '';
  const at = [text.indexOf(word, column - 1), text.indexOf(word)].find((index) => index >= 0);
  if (at === undefined) return;
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + at;
  area.focus();
  area.setSelectionRange(start, start + word.length);
  // Keeps the history of the field, so that it can be undone
  if (!document.execCommand('insertText', false, meant)) {
    area.setRangeText(meant);
    typed();
  }
}

addEventListener('beforeunload', (event) => {
  if (!leaving && area.value !== saved) event.preventDefault();
});

// What was typed before and never saved

const before = localStorage.getItem(copy);
if (before === area.value) localStorage.removeItem(copy);
else if (before !== null) {
  restore.hidden = false;
  say('kept');
  restore.addEventListener('click', () => {
    area.value = before;
    restore.hidden = true;
    status.textContent = '';
    typed();
  });
}

// Comments: the line of the cursor is the one to comment on, and the place of a comment leads to its line

const commentLine = document.getElementById('comment-line');
if (commentLine) {
  area.addEventListener('blur', () => {
    commentLine.value = area.value.slice(0, area.selectionStart).split('\n').length;
  });
}

function goToAddress() {
  const line = /^#line-(\d+)$/.exec(location.hash);
  if (line) goTo(Number(line[1]));
}

addEventListener('hashchange', goToAddress);
number();
goToAddress();
