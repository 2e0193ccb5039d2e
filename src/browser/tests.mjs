// Walks through the console as people do, by keyboard, in both languages, light and dark, wide and narrow. Arguments: words of the tests to run.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { SCREENS, prepare } from './screens.mjs';
import { startService } from './service.mjs';
import { LANGUAGES, NARROW, Visitor, WIDE, openBrowser } from './visitor.mjs';

const words = process.argv.slice(2);
const wanted = (name) => ({ skip: words.length > 0 && !words.some((word) => name.includes(word)) });

let service, browser, drafts;

before(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  drafts = await prepare(service);
});

after(async () => {
  await browser?.close();
  await service?.stop();
});

async function asVisitor(options, walk) {
  const visitor = await Visitor.of(browser, service, options);
  try {
    await walk(visitor);
    assert.deepEqual(visitor.troubles, []);
  } finally {
    await visitor.close();
  }
}

describe('each screen', { concurrency: 2 }, () => {
  for (const screen of SCREENS) {
    for (const language of LANGUAGES) {
      const name = `${screen.name} in ${language}`;
      it(name, wanted(name), () =>
        asVisitor({ language, key: screen.key === undefined ? 'chen-min' : screen.key }, async (visitor) => {
          await visitor.goto(screen.at(drafts), screen.status);
          await screen.first?.(visitor.page, drafts);
          await looksRight(visitor);
          if (language === LANGUAGES[0]) assert.deepEqual(await visitor.unreached(), []);
        }),
      );
    }
  }
});

/** The page as it is, light and dark, wide and narrow: nothing of it hinders anybody, and nothing is wider than a telephone. */
async function looksRight(visitor) {
  const { page, language } = visitor;
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  assert.equal(await page.locator('h1').count(), 1);
  assert.deepEqual(await visitor.axe(), []);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await visitor.axe({ only: 'colours' }), []);
  await page.setViewportSize(NARROW);
  assert.deepEqual(await visitor.axe({ without: 'colours' }), []);
  assert.equal(await visitor.overflow(), '');
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
}
