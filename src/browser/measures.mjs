// Measures how long a person waits for the console of the packaged service, and how much is sent. Prints tables; the argument is how often each is done.
import { performance } from 'node:perf_hooks';
import { Draft } from './drafts.mjs';
import { SCREENS, prepare } from './screens.mjs';
import { startService } from './service.mjs';
import { Visitor, openBrowser } from './visitor.mjs';

const TIMES = Number(process.argv[2] ?? 5);
const P = 'kingdee-galaxy-public';
const LARGEST = 'kingdee-premium-success';

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const row = (what, ...values) => console.log(`| ${[what, ...values].join(' | ')} |`);

function head(...names) {
  row(...names);
  row(...names.map(() => '---'));
}

async function times(measure) {
  await measure();
  const all = [];
  for (let time = 0; time < TIMES; time++) all.push(await measure());
  return all;
}

async function timed(action) {
  const begin = performance.now();
  await action();
  return performance.now() - begin;
}

/** From the first address to the first paint, and the bytes of all that is sent, compressed, to a browser that has nothing. */
async function opened(browser, service, address) {
  const visitor = await Visitor.of(browser, service, { key: 'chen-min' });
  const network = await visitor.context.newCDPSession(visitor.page);
  let bytes = 0;
  await network.send('Network.enable');
  network.on('Network.loadingFinished', (answer) => (bytes += answer.encodedDataLength));
  await visitor.goto(address);
  const paint = await visitor.page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const seen = { paint: await paint.jsonValue(), bytes };
  await visitor.close();
  return seen;
}

/** From the last key to the faults that stand beside the text, the pause that the page waits for included. */
async function faults(visitor, draft) {
  const { page } = visitor;
  await visitor.goto(`/console/${P}/drafts/${draft.id}/text?file=emergency-fault.drl`);
  const at = (await page.locator('#text').inputValue()).indexOf('"basic"') + 1;
  let wrong = false;
  return times(async () => {
    await page.locator('#text').evaluate((one, [from, to]) => one.setSelectionRange(from, to), [at, at + (wrong ? 6 : 5)]);
    wrong = !wrong;
    await page.locator('#text').focus();
    return timed(async () => {
      await page.keyboard.insertText(wrong ? 'bassic' : 'basic');
      await page.waitForFunction((found) => document.querySelectorAll('#found li').length > 0 === found, wrong, { polling: 10 });
    });
  });
}

/** From the button to the first sentence, and to the end. */
async function impact(visitor, draft) {
  const { page } = visitor;
  const firsts = [];
  const whole = await times(async () => {
    await visitor.goto(`/console/${LARGEST}/drafts/${draft.id}/impact`);
    return timed(async () => {
      const begin = performance.now();
      await page.locator('main form button').first().click();
      await page.locator('main article, #job article, #job li').first().waitFor({ timeout: 120_000 });
      firsts.push(performance.now() - begin);
      await page.waitForFunction(() => !document.querySelector('[data-open]') && document.querySelector('.sentences'), null, { timeout: 120_000 });
    });
  });
  return { first: firsts.slice(1), whole };
}

const service = await startService({ measured: true });
const browser = await openBrowser();
try {
  const drafts = await prepare(service);
  const visitor = await Visitor.of(browser, service, { key: 'chen-min' });
  const text = await Draft.begin(service, P, 'Measured');
  const large = await Draft.begin(service, LARGEST, 'Measured', { 'critical-moment-support.drl': (drl) => drl.replace('Quota(2, "person-day"', 'Quota(3, "person-day"') });
  const { first, whole } = await impact(visitor, large);
  const seconds = (values) => `${(median(values) / 1000).toFixed(1)} s`;
  const millis = (values) => `${Math.round(median(values))} ms`;
  head('wait', 'median', 'aim');
  row('faults of a text, from the last key on, 200 ms of pause included', millis(await faults(visitor, text)), '300 ms');
  row('first sentence of the impact of the largest programme', seconds(first), '3 s');
  row('its whole impact', seconds(whole), '10 s');
  console.log();
  head('screen', 'first paint', 'aim', 'sent', 'aim');
  for (const screen of SCREENS.filter((one) => one.key === undefined && !one.status && !one.first)) {
    const aim = screen.name === 'ask-answer' ? '300 ms' : '1 s';
    const seen = [];
    await times(async () => seen.push(await opened(browser, service, screen.at(drafts))));
    row(screen.name, millis(seen.slice(1).map((one) => one.paint)), aim, `${Math.round(median(seen.map((one) => one.bytes)) / 1024)} KB`, '200 KB');
  }
} finally {
  await browser.close();
  await service.stop();
}
