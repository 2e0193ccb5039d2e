// Evaluates flags with the two unmodified OFREP providers of OpenFeature for JavaScript. Arguments: the address of the service, a key that decides and publishes.
import assert from 'node:assert';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature } from '@openfeature/server-sdk';
import { OpenFeature as Web, ProviderEvents } from '@openfeature/web-sdk';

const [address, key] = process.argv.slice(2);
const programme = 'kingdee-premium-success';
const feedback = 'kingdee-galaxy-public.issue-feedback';
const at = new Date('2026-11-20T16:00:00+08:00');
const known = { targetingKey: 'C-1001', plan: 'preferred', severity: 'normal', time: at };
const byContract = 'kingdee-aftersales-general.data-service';
const ofContract = { targetingKey: 'C-1001', plan: 'annual-service', product: 'kingdee-kis-professional', time: at };
const im = 'kingdee-premium-success.im-support';
const withIm = { targetingKey: 'C-1001', programme, plan: 'premium', product: 'kingdee-k3-wise' };

async function server(name, headers) {
    await OpenFeature.setProviderAndWait(name, new OFREPProvider({ baseUrl: address, headers: headers }));
    return OpenFeature.getClient(name);
}

function failed(details, code) {
    assert.deepEqual([details.value, details.errorCode], [false, code]);
    assert.ok(details.errorMessage, 'a failure has details');
}

const client = await server('all', [['X-API-Key', key]]);

const entitled = await client.getBooleanDetails(feedback, false, known);
assert.deepEqual([entitled.value, entitled.reason, entitled.variant], [true, 'TARGETING_MATCH', 'ENTITLED']);
assert.equal(entitled.flagMetadata.rule, 'GAL-FB-01');
assert.equal(entitled.flagMetadata.responseDueAt, '2026-11-23T16:00:00+08:00');
assert.equal(await client.getStringValue(`${feedback}.outcome`, 'none', known), 'ENTITLED');
const decision = await client.getObjectValue(`${feedback}.decision`, {}, known);
assert.equal(decision.response.dueAt, '2026-11-23T16:00:00+08:00');

for (const fallback of [true, false]) {
    assert.equal(await client.getBooleanValue(byContract, fallback, ofContract), fallback, 'where the contract decides, the default of the code counts');
}
assert.equal(await client.getStringValue(`${byContract}.outcome`, 'none', ofContract), 'UNDETERMINED');

failed(await client.getBooleanDetails(feedback, false, { targetingKey: 'C-1001', plan: 'none', time: at }), 'INVALID_CONTEXT');
const missing = await client.getBooleanDetails('kingdee-galaxy-public.code-diagnosis', false, { targetingKey: 'C-1001', plan: 'preferred', time: at });
failed(missing, 'INVALID_CONTEXT');
assert.match(missing.errorMessage, /missing-fact: \//);
failed(await client.getBooleanDetails('kingdee-galaxy-public.nothing', false, known), 'FLAG_NOT_FOUND');
failed(await client.getBooleanDetails(feedback, false, { plan: 'preferred' }), 'TARGETING_KEY_MISSING');
failed(await client.getBooleanDetails(`${feedback}.outcome`, false, known), 'TYPE_MISMATCH');

const stranger = await server('stranger', [['X-API-Key', 'qk_nobody']]);
const refused = await stranger.getBooleanDetails(feedback, false, known);
assert.equal(refused.value, false);
assert.equal(refused.errorCode, 'GENERAL');

// Many at once, of one caller that the service lets wait for one: some are told to come later, and the client heeds it
const crowd = await server('crowd', [['X-API-Key', key]]);
const all = await Promise.all(Array.from({ length: 300 }, () => crowd.getBooleanDetails(feedback, false, known)));
const later = all.filter((one) => one.errorCode);
assert.ok(later.length > 0 && later.every((one) => one.value === false), `${later.length} of 300 were told to come later`);
await new Promise((resolve) => setTimeout(resolve, 1500));
assert.equal(await crowd.getBooleanValue(feedback, false, known), true);

// A page, before and after a publication that opens instant messages for a product
await Web.setProviderAndWait(new OFREPWebProvider({ baseUrl: address, headers: [['X-API-Key', key]], pollInterval: 500 }), withIm);
const page = Web.getClient();
assert.deepEqual([page.getBooleanValue(im, true), page.getStringValue(`${im}.outcome`, 'none')], [false, 'NOT_ENTITLED']);
assert.equal(await client.getBooleanValue(im, true, withIm), false);
const changed = new Promise((resolve) => page.addHandler(ProviderEvents.ConfigurationChanged, resolve));
await publish();
assert.equal(await client.getBooleanValue(im, false, withIm), true, 'the service is open after the publication');
const event = await Promise.race([changed, new Promise((_, reject) => setTimeout(() => reject(new Error('no change was seen')), 15_000).unref())]);
assert.ok(event.flagsChanged.includes(im));
assert.equal(page.getBooleanValue(im, false), true);
await Web.close();
await OpenFeature.close();
console.log('javascript: both providers read every flag');

async function publish() {
    const base = `${address}/v1/programmes/${programme}`;
    const headers = { 'X-API-Key': key };
    const file = await (await fetch(`${base}/files/catalogue`, { headers })).text();
    const tag = (await fetch(`${base}/releases`, { headers })).headers.get('etag');
    const form = new FormData();
    const json = { note: { 'zh-CN': '开放 IM', en: 'IM opened' } };
    form.set('meta', new Blob([JSON.stringify(json)], { type: 'application/json' }));
    form.set('catalogue', new Blob([`${file}openings:\n  - { service: im-support, product: kingdee-k3-wise }\n`]));
    const answer = await fetch(`${base}/releases`, { method: 'POST', headers: { ...headers, 'If-Match': tag }, body: form });
    assert.equal(answer.status, 201, await answer.text());
}
