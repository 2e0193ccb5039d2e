// Writes the pictures of the docs anew, each with the outline of its page beside it. Tests compare the outlines only: what is drawn depends on the fonts of a machine.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Draft } from './drafts.mjs';
import { startService } from './service.mjs';
import { LANGUAGES, Visitor, openBrowser } from './visitor.mjs';

const FOLDER = 'docs/pictures';
const P = 'kingdee-galaxy-public';
const ASKED = 'question.service=emergency-fault&subscription.plan=exclusive&question.at=2026-11-20T16:00';

/** The pictures of the docs: a name, the address, the height, and the part of the page that is looked at. */
const PICTURES = [
  { name: 'ask', at: () => `/console/${P}/ask?${ASKED}&subscription.serviceStart=2026-01-01&subscription.serviceEnd=2026-12-31`, height: 900 },
  { name: 'matrix', at: () => `/console/${P}/matrix?release=1`, height: 760 },
  { name: 'rule', at: (draft) => `/console/${P}/drafts/${draft.id}/rules/GAL-EF-04`, height: 860 },
  { name: 'impact', at: (draft) => `/console/${P}/drafts/${draft.id}/impact`, height: 640 },
];

/** The draft whose screens the pictures show. */
async function prepared(service) {
  const draft = await Draft.begin(service, P, '尊享服务紧急故障 1 小时响应', {
    'emergency-fault.drl': (text) => text.replace('workingHours(2)', 'workingHours(1)').replace('2 个工作小时内响应"\n    @en("In exclusive', '1 个工作小时内响应"\n    @en("In exclusive').replace('within 2 working hours', 'within 1 working hour'),
  });
  await draft.run('impact');
  return draft;
}

/** Calls a function with each picture: its file without the ending, the visitor in front of it, and its outline. */
export async function eachPicture(browser, service, look) {
  const draft = await prepared(service);
  for (const language of LANGUAGES) {
    const visitor = await Visitor.of(browser, service, { language, key: 'chen-min' });
    for (const picture of PICTURES) {
      await visitor.page.setViewportSize({ width: 1280, height: picture.height });
      await visitor.goto(picture.at(draft));
      const outline = outlined(await visitor.page.locator('main').ariaSnapshot(), draft);
      await look(`${FOLDER}/${picture.name}${language === 'en' ? '' : `.${language}`}`, visitor, outline);
    }
    await visitor.close();
  }
  await draft.remove();
}

/** An outline without what is new each time, and without the entries of lists, which the catalogue has. */
function outlined(snapshot, draft) {
  const lines = snapshot.split('\n').filter((line) => !/^ *- '?option/.test(line));
  return `${lines.join('\n')}\n`.replaceAll(draft.id, 'DRAFT').replace(/question\.at=[-:T\d]+/g, 'question.at=NOW');
}

/** The outline that was written with a picture. */
export const written = (file) => readFileSync(`${file}.txt`, 'utf8');

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const service = await startService();
  // Dates in the fields of a form are written in the language of the browser
  const browser = await openBrowser();
  try {
    mkdirSync(FOLDER, { recursive: true });
    await eachPicture(browser, service, async (file, { page }, outline) => {
      await page.screenshot({ path: `${file}.png` });
      writeFileSync(`${file}.txt`, outline);
    });
  } finally {
    await browser.close();
    await service.stop();
  }
}
