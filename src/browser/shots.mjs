// Pictures of every screen, in both languages, wide and light, narrow and dark, to be looked at one by one. Arguments: a folder, names of screens.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SCREENS, prepare } from './screens.mjs';
import { startService } from './service.mjs';
import { NARROW, Visitor, WIDE, openBrowser } from './visitor.mjs';

const KINDS = [['zh-CN', 'light', WIDE], ['en', 'dark', NARROW], ['en', 'light', WIDE], ['zh-CN', 'dark', NARROW]];
const [folder = 'target/browser/shots', ...names] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
const service = await startService();
const browser = await openBrowser();
try {
  const drafts = await prepare(service);
  for (const [language, colorScheme, viewport] of KINDS) {
    const visitors = {};
    for (const screen of SCREENS.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const key = screen.key === undefined ? 'chen-min' : screen.key;
      visitors[key] ??= await Visitor.of(browser, service, { language, key, colorScheme, viewport });
      const { page } = visitors[key];
      try {
        await visitors[key].goto(screen.at(drafts), screen.status);
        await screen.first?.(page);
      } catch (failure) {
        console.log(`${screen.name}: ${failure.message}`);
      }
      await page.screenshot({ path: resolve(join(folder, `${screen.name}-${language}-${viewport.width}.png`)), fullPage: true });
    }
    for (const visitor of Object.values(visitors)) {
      visitor.troubles.forEach((trouble) => console.log(trouble));
      await visitor.close();
    }
  }
} finally {
  await browser.close();
  await service.stop();
}
