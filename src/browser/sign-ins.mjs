// The ways into the console and out of it, with a key and with a provider, and the pages of those who do not get in.
import assert from 'node:assert/strict';

const PAGE = '/console/kingdee-galaxy-public/document';

/** A key leads to the wanted page, with the name of its person in the head; a person who has signed out gets no further than the sign-in. */
export async function byKey(visitor, { service, looksRight }) {
  const { page } = visitor;
  await visitor.goto(PAGE);
  assert.equal(new URL(page.url()).pathname, '/console/sign-in');
  await visitor.write(page.locator('#key'), service.keys['zhou-ting']);
  await visitor.go(page.locator('form.sign-in button'));
  assert.equal(new URL(page.url()).pathname, PAGE);
  assert.equal(await page.locator('.person b').innerText(), 'zhou-ting');
  await visitor.go(page.locator('.person button'));
  await looksRight(visitor);
  await visitor.goto(PAGE);
  assert.equal(new URL(page.url()).pathname, '/console/sign-in');
}

/** The provider names the person and the roles. Who has none, turns back, or comes with an answer to no question, is told so. */
export async function byProvider(visitor, { service, looksRight }) {
  const { page } = visitor;
  const leave = async () => {
    await visitor.goto(`/console/sign-in?back=${PAGE}`);
    await page.locator('a.button').press('Enter');
    await page.locator('#yes').waitFor();
  };
  service.provider.person = { name: '王小明', quanyi_roles: ['reader', 'author'] };
  await leave();
  await page.locator('#no').press('Enter');
  await page.waitForURL('**/callback?*');
  await looksRight(visitor);
  await visitor.goto('/console/sign-in/callback?code=forged&state=forged', 401);
  await looksRight(visitor);

  await leave();
  await page.locator('#yes').press('Enter');
  await page.waitForURL(`**${PAGE}`);
  assert.equal(await page.locator('.person b').innerText(), '王小明');
  await visitor.go(page.locator('.person button'));

  service.provider.person = { name: '王小明' };
  await leave();
  await page.locator('#yes').press('Enter');
  await page.waitForURL(`**${PAGE}`);
  assert.equal(await page.locator('main li').count(), 2);
  await looksRight(visitor);
}

/** A provider that does not answer is no blank page. */
export async function providerAway(visitor, { service, looksRight }) {
  service.provider.away = true;
  try {
    await visitor.goto('/console/sign-in/provider?back=/console', 503);
    await looksRight(visitor);
  } finally {
    service.provider.away = false;
  }
}
