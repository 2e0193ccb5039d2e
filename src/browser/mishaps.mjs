// Mishaps of people at work: two at one file, a draft that is gone, a connection that is lost, a session that ends, and texts of an attacker.
import assert from 'node:assert/strict';
import { Draft } from './drafts.mjs';

const P = 'kingdee-galaxy-public';
const FILE = 'text?file=community.drl';
const COMMENT = '// typed in a browser\n';

/** A text that is typed or pasted to harm others; tests over HTTP try more, in each field by itself. */
const HOSTILE = `<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>{{7*7}}</textarea>"'&amp; \u202eb\u200f\u2066c\ufeff`;

async function open(visitor, draft) {
  await visitor.goto(`/console/${P}/drafts/${draft.id}/${FILE}`);
  await visitor.tabTo(visitor.page.locator('#text'));
  await visitor.page.keyboard.press('Control+Home');
}

const said = (visitor, what) =>
  visitor.page.waitForFunction((one) => document.getElementById('status').textContent === document.querySelector('form.text').dataset[one], what);

/** The second of two people at one file is told, and sees both texts before either is lost. */
export async function twoPeople(visitor, { service, another, looksRight }) {
  const draft = await Draft.begin(service, P, 'Two people');
  const other = await another('li-hua');
  await open(visitor, draft);
  await open(other, draft);
  await other.page.keyboard.insertText('// the other\n');
  await said(other, 'saved');
  await visitor.page.keyboard.insertText(COMMENT);
  visitor.expected = (response) => [409, 412].includes(response.status());
  await said(visitor, 'conflict');
  await visitor.go(visitor.page.locator('form.text button').first());
  assert.match(await visitor.page.locator('textarea').inputValue(), /typed in a browser/);
  assert.match(await visitor.page.locator('.sides pre').innerText(), /the other/);
  await looksRight(visitor);
  await visitor.go(visitor.page.locator('form.ask button'));
  assert.deepEqual(other.troubles, []);
}

/** A draft that somebody removes meanwhile does not take along what is typed. */
export async function draftGone(visitor, { service, looksRight }) {
  const draft = await Draft.begin(service, P, 'Removed meanwhile');
  await open(visitor, draft);
  await draft.remove();
  visitor.expected = (response) => response.status() === 404;
  await visitor.page.keyboard.insertText(COMMENT);
  await said(visitor, 'gone');
  assert.match(await visitor.page.locator('#text').inputValue(), /typed in a browser/);
  await visitor.go(visitor.page.locator('form.text button').first());
  await looksRight(visitor);
}

/** Text that is typed without a connection is saved when there is one again; and kept by the browser if it is closed before. */
export async function connectionLost(visitor, { service }) {
  const draft = await Draft.begin(service, P, 'Connection lost');
  const { page, context } = visitor;
  page.on('dialog', (dialog) => dialog.accept());
  await open(visitor, draft);
  visitor.offline = true;
  await context.setOffline(true);
  await page.keyboard.insertText(COMMENT);
  await said(visitor, 'lost');
  await context.setOffline(false);
  await said(visitor, 'saved');

  await context.setOffline(true);
  await page.keyboard.insertText('// and more\n');
  await said(visitor, 'lost');
  await page.goto('about:blank');
  await context.setOffline(false);
  await open(visitor, draft);
  assert.doesNotMatch(await page.locator('#text').inputValue(), /and more/);
  await visitor.press(page.locator('#restore'));
  await said(visitor, 'saved');
  assert.match(await page.locator('#text').inputValue(), /and more/);
  visitor.troubles = visitor.troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'));
}

/** A session that ends while a form is filled in takes nothing along: it is sent again after the sign-in. */
export async function sessionEnded(visitor, { service, looksRight }) {
  const draft = await Draft.begin(service, P, 'Session ended');
  const { page, context } = visitor;
  await visitor.goto(`/console/${P}/drafts`);
  await visitor.write(page.locator('#title'), 'Begun after the session');
  await context.clearCookies();
  await visitor.go(page.locator('form.ask button'));
  await looksRight(visitor);
  const [signIn] = await Promise.all([context.waitForEvent('page'), visitor.press(page.locator('a.button'))]);
  await signIn.locator('#key').fill(service.keys['chen-min']);
  await signIn.locator('form.sign-in button').click();
  await signIn.waitForURL('**/console');
  await signIn.close();
  await visitor.go(page.locator('main form button'));
  // The token of the form was of no session
  if ((await page.locator('nav.draft').count()) === 0) await visitor.go(page.locator('main form button'));
  assert.match(await page.locator('nav.draft p').innerText(), /Begun after the session/);
  await draft.remove();
}

/** No text in any field of any screen becomes markup, ends a page early, or makes the service fail. */
export async function hostileTexts(visitor, { service, screens, prepare }) {
  const { page } = visitor;
  const drafts = await prepare(service);
  page.on('dialog', (dialog) => dialog.accept());
  const seen = new Set();
  for (const screen of screens.filter(({ key, first, status }) => key === undefined && !first && !status)) {
    // A form that was sent before may be refused here, as the draft has faults by now
    assert.ok((await page.goto(screen.at(drafts))).status() < 500, screen.name);
    for (const form of await unseenForms(page, seen)) {
      await page.goto(screen.at(drafts));
      const answer = await submitted(page, form, HOSTILE);
      const where = `form ${form} of ${screen.name}`;
      assert.ok(answer.status() < 500, `${where}: ${answer.status()}`);
      assert.equal(await page.evaluate(() => window.harmed), undefined, where);
      assert.equal(await page.locator('h1').count(), 1, where);
      assert.ok((await page.content()).endsWith('</html>'), where);
    }
  }
  assert.ok(seen.size > 10);
}

/** The numbers of the forms with a text field that have not been seen at another screen. */
async function unseenForms(page, seen) {
  const forms = await page.evaluate((fields) =>
    [...document.forms].map((form) => (form.querySelector(fields) ? `${form.method} ${[...form.elements].map((one) => one.name).join(' ')}` : '')), FIELDS);
  return forms.flatMap((form, index) => (form && !seen.has(form) && seen.add(form) ? [index] : []));
}

const FIELDS = 'input:not([type]), input[type=text], input[type=search], input[type=password], textarea:not([hidden])';

async function submitted(page, form, text) {
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    page.evaluate(([index, value, fields]) => {
      const chosen = document.forms[index];
      chosen.querySelectorAll(fields).forEach((field) => (field.value = value));
      chosen.submit();
    }, [form, text, FIELDS]),
  ]);
  return answer;
}
