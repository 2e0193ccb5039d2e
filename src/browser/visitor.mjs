// A person with a browser: pages in one language, whose troubles are collected as they happen.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COLOURS = ['color-contrast', 'link-in-text-block'];
const MAX_STOPS = 400;
const PATIENCE = 120_000; // milliseconds, beside other work on the same processors

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };
export const LANGUAGES = ['zh-CN', 'en'];

/** Reports each breach of the policy of a page as a message of the browser. */
const REPORTS = () => document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

const sessions = new Map();

/** The cookies of the holder of a key, who signs in once for all pages. */
function session(browser, service, key) {
  if (!key || !service.keys[key]) return undefined;
  if (!sessions.has(key)) sessions.set(key, signIn(browser, service, service.keys[key]));
  return sessions.get(key);
}

async function signIn(browser, service, key) {
  const context = await browser.newContext({ baseURL: service.address });
  const page = await context.newPage();
  await page.goto('/console/sign-in');
  await page.locator('#key').fill(key);
  await page.locator('form.sign-in button').click();
  await page.waitForURL('**/console');
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A tab of a person; the troubles of its pages are in troubles. */
export class Visitor {
  static async of(browser, service, { language = 'zh-CN', key = null, ...options } = {}) {
    const context = await browser.newContext({
      locale: language,
      viewport: WIDE,
      timezoneId: 'Asia/Shanghai',
      baseURL: service.address,
      storageState: await session(browser, service, key),
      ...options,
    });
    await context.addInitScript(REPORTS);
    return new Visitor(context, await context.newPage(), language);
  }

  constructor(context, page, language) {
    this.context = context;
    this.page = page;
    this.language = language;
    this.troubles = [];
    page.setDefaultTimeout(PATIENCE);
    this.listen();
  }

  listen() {
    const trouble = (what) => this.troubles.push(`${new URL(this.page.url() || 'about:blank').pathname}: ${what}`);
    this.page.on('console', (message) => {
      // A page that is answered with an error is one that a test asks for; its status is compared there
      if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) trouble(message.text());
    });
    this.page.on('pageerror', (failure) => trouble(`script: ${failure}`));
    this.page.on('requestfailed', (request) => {
      // A check is given up when more is typed, and the question how far a job is when the page is left
      const given = request.resourceType() === 'fetch' && request.failure().errorText === 'net::ERR_ABORTED';
      if (!given && !this.offline) trouble(`failed: ${request.method()} ${request.url()} ${request.failure().errorText}`);
    });
    this.page.on('response', (response) => {
      if (response.status() >= 400 && response.request().resourceType() !== 'document' && !this.expected?.(response)) {
        trouble(`${response.status()}: ${response.url()}`);
      }
    });
  }

  async goto(address, status = 200) {
    const answer = await this.page.goto(address);
    if (answer.status() !== status) throw new Error(`${address} is answered with ${answer.status()} in place of ${status}`);
  }

  /** The findings of axe on the page as it is: all, those that depend on colours, or the others. */
  async axe({ only, without } = {}) {
    const options = { resultTypes: ['violations'] };
    if (only) options.runOnly = { type: 'rule', values: COLOURS };
    if (without) options.rules = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(AXE);
    const found = await this.page.evaluate((chosen) => window.axe.run(document, chosen), options);
    return found.violations.map((one) => `${one.id} ${one.nodes.length} × ${one.nodes[0].html.slice(0, 160)}`);
  }

  /** The widths of a page that is wider than its window, and the elements that make it so; empty for others. */
  overflow() {
    return this.page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return '';
      const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > room + 1);
      // Text may be wider than its element
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const long = [];
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        if ([...range.getClientRects()].some((one) => one.right > room + 1)) long.push(texts.currentNode.parentElement);
      }
      const found = [...wide, ...long].slice(0, 3).map((one) => one.outerHTML.slice(0, 160)).join(' | ');
      return `${location.pathname}: ${document.documentElement.scrollWidth} > ${room}: ${found}`;
    });
  }

  /** The elements that the keyboard does not reach, or reaches without a mark that can be seen. */
  async unreached() {
    await this.page.evaluate(() => {
      const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0;
      const all = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]');
      // Of a group of radio buttons the arrows reach the others
      window.unreached = new Set([...all].filter((one) => seen(one) && !one.disabled && one.type !== 'radio'));
      window.unmarked = [];
      document.addEventListener('focusin', (event) => {
        window.unreached.delete(event.target);
        const style = getComputedStyle(event.target);
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) window.unmarked.push(event.target);
      });
      document.activeElement?.blur();
    });
    const stops = Math.min(MAX_STOPS, await this.page.evaluate(() => window.unreached.size * 3 + 5));
    for (let stop = 0; stop < stops; stop++) {
      await this.page.keyboard.press('Tab');
      if (stop % 10 === 9 && (await this.page.evaluate(() => window.unreached.size)) === 0) break;
    }
    return this.page.evaluate((all) => {
      const name = (one) => one.outerHTML.slice(0, 120);
      return [...(all ? [...window.unreached].map((one) => `not reached: ${name(one)}`) : []), ...window.unmarked.map((one) => `no mark: ${name(one)}`)];
    }, stops < MAX_STOPS);
  }

  /** Moves to an element with the tabulator, as a person without a mouse. */
  async tabTo(locator) {
    for (let stop = 0; stop < MAX_STOPS; stop++) {
      if (await locator.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${locator}`);
  }

  async press(locator, key = 'Enter') {
    await this.tabTo(locator);
    await this.page.keyboard.press(key);
  }

  /** Follows a link or sends a form with the keyboard. */
  async leave(locator) {
    const moved = this.page.waitForEvent('framenavigated');
    await this.press(locator);
    await moved;
    await this.page.waitForLoadState();
  }

  /** The same, and looks at the page that comes. */
  async go(locator) {
    await this.leave(locator);
    await this.look();
  }

  /** Collects the hindrances on the page: findings of axe, and elements that are wider than the window. */
  async look() {
    this.troubles.push(...(await this.axe()).map((fault) => `${new URL(this.page.url()).pathname}: ${fault}`));
    const wide = await this.overflow();
    if (wide) this.troubles.push(wide);
  }

  async write(locator, text) {
    await this.tabTo(locator);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  /** Fills in a day or an instant, whose parts stand in an order that the browser chooses. */
  async date(locator, value) {
    await this.tabTo(locator);
    await locator.fill(value);
  }

  /** Chooses an entry of a list with the arrows. */
  async choose(locator, value) {
    await this.tabTo(locator);
    await this.page.keyboard.press('Home');
    for (let step = 0; step < MAX_STOPS; step++) {
      if ((await locator.inputValue()) === value) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`${locator} has no ${value}`);
  }

  /** Marks one of several radio buttons, of which the tabulator reaches the first. */
  async pick(first, choice) {
    await this.press(first, 'Space');
    for (let step = 0; step < MAX_STOPS && !(await choice.isChecked()); step++) await this.page.keyboard.press('ArrowDown');
  }

  close() {
    return this.context.close();
  }
}
