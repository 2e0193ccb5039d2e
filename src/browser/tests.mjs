// Walks through the console as people do, by keyboard, in both languages, light and dark, wide and narrow. Arguments: words of the tests to run.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import * as mishaps from './mishaps.mjs';
import { eachPicture, written } from './pictures.mjs';
import { SCREENS, prepare } from './screens.mjs';
import { startService } from './service.mjs';
import * as signIns from './sign-ins.mjs';
import { LANGUAGES, NARROW, Visitor, WIDE, openBrowser } from './visitor.mjs';
import * as walks from './walks.mjs';

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

/** Lets a person walk, who must see no trouble on the way. */
async function asVisitor(options, walk) {
  const visitor = await Visitor.of(browser, service, options);
  const others = [];
  const another = async (key) => {
    others.push(await Visitor.of(browser, service, { ...options, key }));
    return others.at(-1);
  };
  try {
    await walk(visitor, { service, looksRight, another, screens: SCREENS, prepare });
    assert.deepEqual(visitor.troubles, []);
  } finally {
    for (const one of [visitor, ...others]) await one.close();
  }
}

// Before anything is published
describe('the pictures of the docs', () => {
  it('show the pages as they are', wanted('pictures'), async () => {
    await eachPicture(browser, service, (file, visitor, outline) => {
      assert.equal(outline, written(file), `${file}: src/browser/run pictures writes it anew`);
    });
  });
});

// Each after the other, because they change how the provider answers; and before a screen asks it, because the service keeps what it says of itself
describe('a sign-in', () => {
  it('providerAway', wanted('providerAway'), () => asVisitor({}, signIns.providerAway));
  for (const language of LANGUAGES) {
    for (const walk of [signIns.byKey, signIns.byProvider]) {
      const name = `${walk.name} in ${language}`;
      it(name, wanted(name), () => asVisitor({ language }, walk));
    }
  }
});

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

describe('a walk', { concurrency: 2 }, () => {
  for (const walk of Object.values(walks)) {
    // The second finds what the first has published, which is still to come
    describe(walk.name, { concurrency: 1 }, () => {
      for (const language of LANGUAGES) {
        const name = `${walk.name} in ${language}`;
        // The one at a desk, the other on a telephone in the dark
        const where = language === 'en' ? { viewport: NARROW, colorScheme: 'dark' } : {};
        it(name, wanted(name), () => asVisitor({ language, key: 'chen-min', ...where }, walk));
      }
    });
  }
});

describe('a mishap', { concurrency: 2 }, () => {
  for (const walk of Object.values(mishaps)) {
    it(walk.name, wanted(walk.name), () => asVisitor({ key: 'chen-min' }, walk));
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
