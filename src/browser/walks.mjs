// The walks of the people who work with the console, each with the keyboard alone.
import assert from 'node:assert/strict';
import { Draft } from './drafts.mjs';

/** A rule about a response time for each language, of programmes of their own: who publishes a second time builds on the first. */
const RESPONSES = {
  'zh-CN': { programme: 'kingdee-galaxy-public', rule: 'GAL-EF-04', service: 'emergency-fault', plan: 'exclusive' },
  en: { programme: 'yonsuite-premier-success', rule: 'YSP-TK-05', service: 'ticket', plan: 'premier' },
};
/** A product for each language; the one in English is opened beneath the release that is to come by then. */
const OPENINGS = {
  'zh-CN': { product: 'kingdee-k3-wise', alias: '万能 K3', from: '2027-02-01T00:00', before: '2027-01-31T23:59' },
  en: { product: 'kingdee-kis-professional', alias: 'KIS Pro', from: '2027-01-15T00:00', before: '2027-01-14T23:59' },
};
const OPENED = 'kingdee-premium-success';
const MAX_JOB_TIME = 300_000; // milliseconds, beside other work on the same processors
const HOURS = { 'zh-CN': (hours) => `${hours} 个工作小时`, en: (hours) => `${hours} working hour` };

/** A support manager changes a response time, sees whom it touches, mends the cases, publishes it for New Year, asks either side of midnight, and takes it back. */
export async function changeResponse(visitor) {
  const { programme, rule } = RESPONSES[visitor.language];
  const { page } = visitor;
  await beginDraft(visitor, programme, 'One hour');
  await visitor.go(draftScreen(page, 'rules'));
  await visitor.write(page.locator('#words'), rule);
  await visitor.go(page.locator('form.pick button'));
  await visitor.go(page.locator(`main a[href$="/${rule}"]`));
  await visitor.write(page.locator('#title'), (await page.locator('#title').inputValue()).replace('2', '1'));
  await visitor.write(page.locator('#translation'), (await page.locator('#translation').inputValue()).replace('2 working hours', '1 working hour'));
  await visitor.write(page.locator('input[name$=".amount"]'), '1');
  await visitor.go(page.locator('form.rule > p > button').last());
  assert.equal(await page.locator('[role=status] .good').count(), 1);

  const sentences = await impact(visitor);
  assert.ok(sentences.length > 0);
  const change = new RegExp(`${HOURS[visitor.language](2)}[^]*${HOURS[visitor.language](1)}`);
  sentences.forEach((sentence) => assert.match(sentence, change));

  await mendCases(visitor);
  await impact(visitor);
  await publish(visitor, '2027-01-01T00:00');

  assert.equal(await hoursAt(visitor, '2026-12-31T23:59'), 2);
  assert.equal(await hoursAt(visitor, '2027-01-01T00:00'), 1);

  await takeBack(visitor, programme);
  assert.equal(await hoursAt(visitor, '2027-01-01T00:00'), 2);
}

/** The product team opens a service to a product from a day on, and adds an alias, without having seen the file of the catalogue. */
export async function openService(visitor) {
  const { product, alias, from, before } = OPENINGS[visitor.language];
  const { page } = visitor;
  await beginDraft(visitor, OPENED, `IM: ${product}`);
  await visitor.go(draftScreen(page, 'catalogue'));
  await visitor.go(page.locator('main a[href$="/catalogue/opening"]'));
  await visitor.choose(page.locator('#service'), 'im-support');
  await visitor.choose(page.locator('#product'), product);
  await visitor.go(page.locator('[name=step]'));
  await visitor.go(page.locator('[name=step]'));
  await visitor.go(page.locator(`main a[href$="product?id=${product}"]`));
  const aliases = page.locator('#aliases');
  await visitor.write(aliases, `${await aliases.inputValue()}\n${alias}`);
  await visitor.go(page.locator('[name=step]'));
  assert.match(await page.locator('ins').first().innerText(), new RegExp(alias));
  await visitor.go(page.locator('[name=step]'));

  await mendCases(visitor);
  assert.ok((await impact(visitor)).length > 0);
  await publish(visitor, from, 'keep');

  assert.equal(await outcome(visitor, product, before), 'not_entitled');
  assert.equal(await outcome(visitor, product, from), 'entitled');
}

/** A word is begun, chosen among those that fit with the keyboard, and put in; whoever goes on typing is not disturbed. */
export async function completeWords(visitor, { service, looksRight }) {
  const draft = await Draft.begin(service, 'kingdee-galaxy-public', 'Words');
  const { page } = visitor;
  await visitor.goto(`/console/kingdee-galaxy-public/drafts/${draft.id}/text?file=community.drl`);
  const text = page.locator('#text');
  await visitor.tabTo(text);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// "emer');
  const first = page.locator('#words li').first();
  await first.waitFor();
  assert.match(await first.innerText(), /^emergency-fault /);
  await page.keyboard.press('ArrowDown');
  assert.equal(await text.getAttribute('aria-activedescendant'), await first.getAttribute('id'));
  await looksRight(visitor);
  await page.keyboard.press('Enter');
  assert.match(await text.inputValue(), /^\/\/ "emergency-fault/);
  await page.keyboard.type('" Gra');
  await first.waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#words').isVisible(), false);
  await page.keyboard.press('Control+Space');
  await first.waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' wo');
  await first.waitFor();
  await page.keyboard.press('Enter');
  assert.match(await text.inputValue(), /^\/\/ "emergency-fault" Granted wo\n/);
}

/** Initials of the pinyin of a service and its plan, or words of them. */
const NAMED = {
  'zh-CN': { fault: 'jjgz zxfw', refused: 'zxim jcfw' },
  en: { fault: 'emergency exclusive', refused: 'im basic' },
};

/** A customer reports a fault on the telephone: from the first page to a sentence that can be read aloud, in fewer than ten actions; what a plan does not have, others do. */
export async function answerPhone(visitor) {
  const { page } = visitor;
  await visitor.goto('/console');
  let actions = 0;
  const act = async (action) => {
    actions++;
    await action;
  };
  await act(visitor.go(page.locator('main a[href="/console/kingdee-galaxy-public/ask"]')));
  await act(visitor.write(page.locator('#find'), NAMED[visitor.language].fault));
  await act(visitor.date(page.locator('[name="question.at"]'), '2026-11-20T16:00'));
  await act(visitor.go(page.locator('form.ask > p > button').last()));
  assert.match(await page.locator('.headline').innerText(), /2026-11-23.*9:00/);
  assert.ok(await page.locator('.headline').evaluate((one) => one.getBoundingClientRect().top < innerHeight));
  assert.ok(actions < 10);

  await visitor.write(page.locator('#find'), NAMED[visitor.language].refused);
  await visitor.go(page.locator('form.ask > p > button').last());
  assert.equal((await page.locator('.answer').getAttribute('class')).split(' ')[1], 'not_entitled');
  assert.ok((await page.locator('.answer h2 + ul').first().locator('li').count()) > 0);
}

const draftScreen = (page, screen) => page.locator(`nav.draft a[href$="/${screen}"]`);

async function beginDraft(visitor, programme, title) {
  const { page } = visitor;
  await visitor.goto('/console');
  await visitor.go(page.locator(`main a[href="/console/${programme}/drafts"]`).last());
  await visitor.write(page.locator('#title'), title);
  await visitor.go(page.locator('form.ask button'));
}

/** Waits for the result of the job that a button begins; the page loads itself again at its end. */
async function runJob(visitor, result) {
  const { page } = visitor;
  await visitor.leave(page.locator('main form button').first());
  await ended(visitor, result);
}

/** Waits until a job has ended and its result is shown. */
async function ended(visitor, result) {
  const { page } = visitor;
  await page.waitForFunction((shown) => document.readyState === 'complete' && !document.querySelector('[data-open]') && document.querySelector(shown), result, { timeout: MAX_JOB_TIME });
  await visitor.look();
}

/** Looks whom the draft touches, and says that it is intended, where that was not said before. */
async function impact(visitor) {
  const { page } = visitor;
  await visitor.go(draftScreen(page, 'impact'));
  await runJob(visitor, '.sentences article');
  const boxes = page.locator('[name=intended]');
  for (const box of await boxes.all()) if (!(await box.isChecked())) await visitor.press(box, 'Space');
  await visitor.go(page.locator('form.sentences > p > button:not([name])'));
  assert.equal(await page.locator('[name=intended]:not(:checked)').count(), 0);
  return page.locator('.sentences article').allInnerTexts();
}

/** Runs the cases and takes what came in the place of what was expected, as it is what was meant; they then run again. */
async function mendCases(visitor) {
  const { page } = visitor;
  await visitor.go(draftScreen(page, 'cases'));
  await runJob(visitor, 'main > p > b');
  if ((await page.locator('.failing').count()) > 0) {
    await visitor.leave(page.locator('[name=all]'));
    await ended(visitor, 'p.good > b');
  }
  assert.equal(await page.locator('p.good > b').count(), 1);
}

/** Publishes from an instant on; scheduled releases behind it get the change as well, or keep what they have. */
async function publish(visitor, from, later = 'carry') {
  const { page } = visitor;
  await visitor.go(draftScreen(page, 'publish'));
  await visitor.write(page.locator('[name="note-zh-CN"]'), '浏览器试用');
  await visitor.write(page.locator('[name="note-en"]'), 'Tried in a browser');
  if (from) await visitor.date(page.locator('#from'), from);
  const choice = page.locator(`[name=later][value=${later}]`);
  if ((await choice.count()) > 0) await visitor.pick(page.locator('[name=later]').first(), choice);
  await visitor.go(page.locator('form[action$="/submit"] button'));
  await visitor.go(page.locator('form[action$="/publish"] button'));
  // A draft that is published has its screens still, and no form
  assert.equal(await page.locator('nav.draft').count(), 1, await page.locator('main').innerText());
  assert.equal(await page.locator('form[action$="/submit"]').count(), 0);
}

/** Takes the release that is still to come back, in the history. */
async function takeBack(visitor, programme) {
  const { page } = visitor;
  await visitor.goto(`/console/${programme}/history`);
  await visitor.go(page.locator('main a[href$="/withdraw"]').first());
  await runJob(visitor, '.sentences article, p.good');
  assert.ok((await page.locator('.sentences article').count()) > 0);
  const keep = page.locator('[name=later][value=keep]');
  if ((await keep.count()) > 0) await visitor.pick(page.locator('[name=later]').first(), keep);
  await visitor.go(page.locator('form.ask button'));
  assert.match(page.url(), /\/history$/);
}

/** The number of working hours that the answer to a customer names. */
async function hoursAt(visitor, at) {
  const { programme, service, plan } = RESPONSES[visitor.language];
  await visitor.goto(`/console/${programme}/ask?question.service=${service}&subscription.plan=${plan}&question.at=${at}`);
  return Number(/(\d+) (个工作小时|working hour)/.exec(await visitor.page.locator('.answer').innerText())[1]);
}

async function outcome(visitor, product, at) {
  await visitor.goto(`/console/${OPENED}/ask?question.service=im-support&subscription.plan=premium&subscription.product=${product}&question.at=${at}`);
  return (await visitor.page.locator('.answer').getAttribute('class')).split(' ')[1];
}
