// The screens of the console in the states that a person may see, each with its address. To have another one walked through, add a line.
import { Draft } from './drafts.mjs';

const P = 'kingdee-galaxy-public';
const OPENINGS = 'kingdee-premium-success';
/** The programme in which the screens find several releases: nothing else of the tests publishes there. */
const PUBLISHED = 'kingdee-galaxy-onprem';
const HOURS = { 'emergency-fault.drl': (text) => text.replace('workingHours(2)', 'workingHours(1)').replace('2 个工作小时内', '1 个工作小时内').replace('within 2 working', 'within 1 working') };
const MISTYPED = { 'issue-feedback.drl': (text) => text.replace('"basic"', '"bassic"').replace('insert(new Granted());', 'insert(new Grantd());') };

const RETITLED = { 'software-update-license.drl': (text) => text.replace('基础服务包含软件更新包', '基础服务提供软件更新包').replace('Basic includes update', 'Basic has update') };
const WITH_COMMENT = { 'sp-cluster-ha.drl': (text) => `// 2027\n${text}` };
const WITH_PLAN = { 'catalogue.yaml': (text) => text.replace('plans:\n', 'plans:\n  - id: trial\n    names: { zh-CN: 试用服务, en: Trial }\n') };

/** A release that holds and one that is still to come, a draft that was begun before them, and one that is submitted. */
async function publish(service) {
  const begin = (title, edits) => Draft.begin(service, PUBLISHED, title, edits);
  const overtaken = await begin('落后的草稿', WITH_COMMENT);
  const published = await begin('更新包与升级许可的标题', RETITLED);
  await published.publish({ 'zh-CN': '更新包与升级许可的标题', en: 'Title about update packages' });
  const coming = await begin('新年改动', { ...WITH_COMMENT, ...WITH_PLAN });
  await coming.publish({ 'zh-CN': '新年改动', en: 'A change for New Year' }, '2027-01-01T00:00:00+08:00');
  const submitted = await begin('待发布的草稿', WITH_COMMENT);
  await submitted.submit({ 'zh-CN': '待发布的草稿', en: 'To be published' }, '2027-03-01T00:00:00+08:00');
  return { overtaken, published, submitted };
}

/** The drafts that the screens below show. */
export async function prepare(service) {
  service.published ??= publish(service);
  const releases = await service.published;
  const [changed, counted, saved, faulty, fresh, openings, broken] = await Promise.all([
    Draft.begin(service, P, '尊享服务紧急故障 1 小时响应', HOURS),
    Draft.begin(service, P, '按客户统计影响', HOURS),
    Draft.begin(service, P, '保存过的规则', HOURS),
    Draft.begin(service, P, '有误的规则', MISTYPED),
    Draft.begin(service, P, '新草稿'),
    Draft.begin(service, OPENINGS, '开通与别名', { 'catalogue.yaml': (text) => text.replace('aliases: [K/3 WISE,', 'aliases: [K3,') }),
    Draft.begin(service, OPENINGS, '有误的服务目录', { 'catalogue.yaml': (text) => text.replace('aliases: [K/3 WISE,', 'alias: [K3,') }),
  ]);
  await changed.run('test');
  await changed.run('impact');
  await counted.run('impact', { census: [{ plan: 'exclusive' }, { plan: 'exclusive', serviceStart: '2026-01-01' }, { plan: 'basic' }] });
  const at = (draft, programme = P) => `/console/${programme}/drafts/${draft.id}`;
  const behind = Object.fromEntries(Object.entries(releases).map(([name, draft]) => [name, at(draft, PUBLISHED)]));
  return { ...behind, broken: at(broken, OPENINGS), changed: at(changed), counted: at(counted), saved: at(saved), faulty: at(faulty), fresh: at(fresh), openings: at(openings, OPENINGS) };
}

const idOf = (address) => address.split('/').at(-1);
const CLAUSE = encodeURIComponent('一.2');
const question = (service, plan, more = '') => `/console/${P}/ask?question.service=${service}&subscription.plan=${plan}&question.at=2026-11-20T16:00${more}`;
const PERIOD = '&subscription.serviceStart=2026-01-01&subscription.serviceEnd=2026-12-31';

/** A screen: its name, its address among the drafts, and if need be who sees it, with what status, and what is done there first. */
export const SCREENS = [
  { name: 'start', at: () => '/console' },
  { name: 'search', at: () => '/console?q=im' },
  { name: 'search-nothing', at: () => '/console?q=nothing-of-that-name' },
  { name: 'matrix', at: () => `/console/${P}/matrix` },
  { name: 'matrix-small', at: () => '/console/kingdee-aftersales-general/matrix?on=2026-12-01' },
  { name: 'matrix-compared', at: (drafts) => `/console/${P}/matrix?compare=${idOf(drafts.changed)}` },
  { name: 'document-compared', at: (drafts) => `/console/${P}/document?compare=${idOf(drafts.changed)}` },
  { name: 'document-change', at: () => `/console/${P}/document/change?clause=${CLAUSE}` },
  { name: 'document', at: () => `/console/${P}/document` },
  { name: 'document-large', at: () => `/console/${OPENINGS}/document` },
  { name: 'ask', at: () => `/console/${P}/ask` },
  { name: 'ask-needs', at: () => question('code-diagnosis', 'preferred') },
  { name: 'ask-answer', at: () => question('emergency-fault', 'exclusive', PERIOD) },
  { name: 'ask-beside', at: (drafts) => question('emergency-fault', 'exclusive', `${PERIOD}&other.release=${idOf(drafts.changed)}`) },
  { name: 'ask-refused', at: () => question('online-im', 'basic', PERIOD) },
  { name: 'ask-closed', at: () => question('online-im', 'exclusive', PERIOD).replace('16:00', '23:00') },
  { name: 'ask-payable', at: () => question('sp-onsite-support', 'basic', PERIOD) },
  { name: 'ask-undetermined', at: () => '/console/kingdee-aftersales-general/ask?question.service=secondary-development&subscription.plan=annual-service&question.at=2026-11-20T16:00' },
  { name: 'customer', at: () => `/console/${P}/customer` },
  { name: 'customer-sheet', at: () => `/console/${P}/customer?subscription.plan=preferred&question.at=2026-11-20T16:00${PERIOD}` },
  { name: 'ask-unclear', at: () => `/console/${P}/ask?find=${encodeURIComponent('专项服务 exclusive 升级包')}` },
  { name: 'ask-pasted', at: () => question('emergency-fault', 'exclusive', `${PERIOD}&left-out=subscription.customerId&subscription.contract.terms.0.service=online-im&subscription.contract.terms.0.effect=exclude`) },
  { name: 'ask-paste-refused', at: () => `/console/${P}/ask`, first: (page) => paste(page, '{"plan": "gold", "colour": "red", "serviceStart": "soon"}') },
  { name: 'drafts', at: () => `/console/${P}/drafts` },
  { name: 'drafts-role-lacks', at: () => `/console/${P}/drafts`, key: 'zhou-ting' },
  { name: 'drafts-kept', at: () => `/console/${P}/drafts`, key: 'li-hua', first: sessionEnds },
  { name: 'drafts-none', at: () => '/console/yonyou-aftersales-sla/drafts' },
  { name: 'draft', at: (drafts) => drafts.changed },
  { name: 'draft-new', at: (drafts) => drafts.fresh },
  { name: 'draft-faults', at: (drafts) => drafts.faulty },
  { name: 'draft-overtaken', at: (drafts) => drafts.overtaken },
  { name: 'draft-published', at: (drafts) => drafts.published },
  { name: 'clause', at: (drafts) => `${drafts.changed}/clauses?clause=${CLAUSE}` },
  { name: 'clause-refused', at: (drafts) => `${drafts.changed}/clauses?clause=${CLAUSE}`, first: withoutReason },
  { name: 'rules', at: (drafts) => `${drafts.changed}/rules` },
  { name: 'rules-found', at: (drafts) => `${drafts.changed}/rules?words=IM` },
  { name: 'rule', at: (drafts) => `${drafts.changed}/rules/GAL-EF-04` },
  { name: 'rule-saved', at: (drafts) => `${drafts.saved}/rules/GAL-EF-03`, first: (page) => send(page, 'form.rule') },
  { name: 'rule-new', at: (drafts) => `${drafts.changed}/rules/new` },
  { name: 'rule-new-clause', at: (drafts) => `${drafts.changed}/rules/new?clause=${CLAUSE}` },
  { name: 'rule-new-refused', at: (drafts) => `${drafts.changed}/rules/new?clause=${CLAUSE}`, first: (page) => send(page, 'form.rule') },
  { name: 'text', at: (drafts) => `${drafts.changed}/text?file=emergency-fault.drl` },
  { name: 'text-faults', at: (drafts) => `${drafts.faulty}/text?file=issue-feedback.drl` },
  { name: 'text-conflict', at: (drafts) => `${drafts.saved}/text?file=community.drl`, first: meanwhile },
  { name: 'text-read-only', at: (drafts) => `${drafts.published}/text?file=software-update-license.drl` },
  { name: 'catalogue-faults', at: (drafts) => `${drafts.broken}/catalogue` },
  { name: 'catalogue', at: (drafts) => `${drafts.openings}/catalogue` },
  { name: 'catalogue-opening', at: (drafts) => `${drafts.openings}/catalogue/opening` },
  { name: 'catalogue-product', at: (drafts) => `${drafts.openings}/catalogue/product?id=kingdee-k3-wise` },
  { name: 'catalogue-product-new', at: (drafts) => `${drafts.openings}/catalogue/product` },
  { name: 'catalogue-family', at: (drafts) => `${drafts.openings}/catalogue/family?id=galaxy` },
  { name: 'catalogue-channel', at: (drafts) => `${drafts.changed}/catalogue/channel?id=phone` },
  { name: 'catalogue-window', at: (drafts) => `${drafts.changed}/catalogue/window?id=5x8` },
  { name: 'catalogue-plan', at: (drafts) => `${drafts.changed}/catalogue/plan?id=exclusive` },
  { name: 'catalogue-service', at: (drafts) => `${drafts.changed}/catalogue/service?id=online-im` },
  { name: 'catalogue-review', at: (drafts) => `${drafts.fresh}/catalogue/plan?id=exclusive`, first: rename },
  { name: 'impact', at: (drafts) => `${drafts.changed}/impact` },
  { name: 'impact-narrowed', at: (drafts) => `${drafts.changed}/impact?service=emergency-fault&words=1&unmarked=yes` },
  { name: 'impact-nothing', at: (drafts) => `${drafts.changed}/impact?words=nothing` },
  { name: 'impact-census', at: (drafts) => `${drafts.changed}/impact/census` },
  { name: 'impact-census-refused', at: (drafts) => `${drafts.changed}/impact/census`, first: wrongCustomers },
  { name: 'impact-counted', at: (drafts) => `${drafts.counted}/impact` },
  { name: 'impact-faults', at: (drafts) => `${drafts.faulty}/impact`, first: (page) => send(page, 'main form') },
  { name: 'impact-new', at: (drafts) => `${drafts.fresh}/impact` },
  { name: 'cases', at: (drafts) => `${drafts.changed}/cases` },
  { name: 'cases-new', at: (drafts) => `${drafts.fresh}/cases` },
  { name: 'cases-untried', at: (drafts) => `${drafts.changed}/cases?untried=yes` },
  { name: 'mutations', at: (drafts) => `${drafts.changed}/mutations` },
  { name: 'comments', at: (drafts) => `${drafts.counted}/comments`, first: comment },
  { name: 'publish', at: (drafts) => `${drafts.changed}/publish` },
  { name: 'publish-refused', at: (drafts) => `${drafts.faulty}/publish` },
  { name: 'publish-submitted', at: (drafts) => `${drafts.submitted}/publish` },
  { name: 'publish-done', at: (drafts) => `${drafts.published}/publish` },
  { name: 'calendars', at: () => '/console/calendars' },
  { name: 'calendars-correction', at: () => '/console/calendars?year=2026' },
  { name: 'calendars-faults', at: () => '/console/calendars', first: (page) => holidays(page, '2-30') },
  { name: 'calendars-review', at: () => '/console/calendars', first: reviewHolidays },
  { name: 'news', at: () => `/console/${P}/news?since=2026-01-01T00:00:00Z` },
  { name: 'news-none', at: () => `/console/${P}/news?since=2026-11-25T00:00:00Z` },
  { name: 'history-several', at: () => `/console/${PUBLISHED}/history` },
  { name: 'compare-several', at: () => `/console/${PUBLISHED}/compare?from=1&to=2` },
  { name: 'compare-impact', at: () => `/console/${PUBLISHED}/compare?from=3&to=1`, first: compareAnswers },
  { name: 'compare-counted', at: () => `/console/${PUBLISHED}/compare?from=1&to=3`, first: countCustomers },
  { name: 'compare-census-refused', at: () => `/console/${PUBLISHED}/compare/2/3/impact/census`, first: wrongCustomers },
  { name: 'withdraw', at: () => `/console/${PUBLISHED}/history/3/withdraw` },
  { name: 'withdraw-impact', at: () => `/console/${PUBLISHED}/history/3/withdraw`, first: compareAnswers },
  { name: 'history', at: () => `/console/${P}/history` },
  { name: 'compare', at: () => `/console/${P}/compare` },
  { name: 'operation', at: () => '/console/operation' },
  { name: 'sign-in', at: () => '/console/sign-in', key: null },
  { name: 'sign-in-needed', at: () => `/console/${P}/matrix`, key: null },
  { name: 'sign-in-wrong', at: () => '/console/sign-in', key: null, first: wrongKey },
  { name: 'signed-out', at: () => '/console/sign-in?why=out', key: null },
  { name: 'sign-in-forged', at: () => '/console/sign-in/callback?code=forged&state=forged', key: null, status: 401 },
  { name: 'role-lacks', at: () => `/console/${P}/matrix`, key: 'wu-gang', status: 403 },
  { name: 'not-found', at: () => '/console/no-such-programme/matrix', status: 404 },
  { name: 'malformed', at: () => `/console/${P}/matrix?on=yesterday`, status: 400 },
];

/** Sends a form that the browser would not send yet, so that the service has to refuse it. */
async function send(page, form) {
  await page.locator(form).first().evaluate((one) => { one.noValidate = true; });
  await page.locator(`${form} button`).first().click();
  await page.waitForLoadState();
}

/** The session ends while a form is filled in. */
async function sessionEnds(page) {
  await page.locator('#title').fill('登录失效之后');
  await page.context().clearCookies();
  await send(page, 'form.ask');
}

async function withoutReason(page) {
  await page.locator('[name=kind]').last().check();
  await send(page, 'main form');
}

/** Another person has changed the file since the page was opened. */
async function meanwhile(page) {
  await page.locator('form.text [name=tag]').evaluate((tag) => (tag.value = '"earlier"'));
  await send(page, 'form.text');
}

async function paste(page, json) {
  await page.locator('summary').first().click();
  await page.locator('#pasted').fill(json);
  await page.locator('#pasted + button').click();
  await page.waitForLoadState();
}

async function comment(page) {
  await page.locator('main textarea').last().fill('请法务确认生效日期');
  await page.locator('main form:has(textarea)').last().locator('button').first().click();
  await page.waitForLoadState();
}

async function holidays(page, statutory) {
  await page.locator('#title').fill('国务院办公厅关于2027年部分节假日安排的通知');
  await page.locator('#published-on').fill('2026-11-04');
  await page.locator('#first-2').fill('2027-02-05');
  await page.locator('#last-2').fill('2027-02-11');
  await page.locator('#worked-2').fill('2-14');
  await page.locator('#statutory-2').fill(statutory);
  await page.locator('#note-zh-CN').fill('2027 年放假安排');
  await page.locator('#note-en').fill('Holidays of 2027');
  await send(page, 'form.holidays');
}

async function reviewHolidays(page) {
  await holidays(page, '2-6, 2-7');
  await page.waitForFunction(() => document.readyState === 'complete' && document.querySelector('#job') && !document.querySelector('[data-open]'), null, { timeout: 300_000 });
}

/** Finds whose answers change between two releases, unless a job has done so. */
async function compareAnswers(page) {
  const button = page.locator('form[action$="/impact"] button');
  if ((await button.count()) > 0) await send(page, 'form[action$="/impact"]');
  await found(page);
}

async function found(page) {
  await page.waitForFunction(() => document.readyState === 'complete' && document.querySelector('#job-state') && !document.querySelector('[data-open]'), null, { timeout: 300_000 });
}

async function countCustomers(page) {
  await page.locator('a[href$="/census"]').click();
  await page.locator('#customers').setInputFiles({ name: 'customers.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from('{"plan":"basic"}\n{"plan":"trial"}\n') });
  await send(page, 'form.ask');
  await found(page);
}

async function rename(page) {
  await page.locator('form.ask input[value]:not([type=hidden])').first().fill('尊享服务（新）');
  await send(page, 'form.ask');
}

async function wrongCustomers(page) {
  await page.locator('#customers').setInputFiles({ name: 'customers.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from('{"plan":"basic"}\n{"plan":"gold","serviceStart":"soon"}\nno JSON\n') });
  await send(page, 'form.ask');
}

async function wrongKey(page) {
  await page.locator('#key').fill('qk_not_a_key');
  await send(page, 'form.sign-in');
}
