// Reads single, sheet, batch, streamed and problem answers with the TypeScript client that was generated. Argument: the address of the service.

import * as assert from 'node:assert';
import {
    Configuration,
    DecisionAnswerFromJSON,
    DecisionAnswerToJSON,
    CustomerRequestFromJSON,
    BatchQuestionFromJSON,
    BatchSheetRequestFromJSON,
    DecisionsApi,
    ProblemFromJSON,
    ProgrammesApi,
    ReleasesApi,
    BatchAnswerFromJSON,
    ResponseError,
    SheetAnswerFromJSON,
    SheetAnswerToJSON,
    SheetRequestFromJSON,
    type BatchAnswer,
    type DecisionAnswer,
    type SheetAnswer,
} from './generated';

const at = '2026-11-20T16:00:00+08:00';

function request(service: string | null, plan = 'preferred', key?: string): object {
    const asked = service === null ? { at } : { at, service, severity: 'normal' };
    const subscription = { plan, deployment: 'public-cloud', serviceStart: '2026-01-01', serviceEnd: '2026-12-31' };
    return { programme: 'kingdee-galaxy-public', subscription, question: asked, ...(key === undefined ? {} : { key }) };
}

async function single(api: DecisionsApi): Promise<DecisionAnswer> {
    const answer = await api.decide({ customerRequest: CustomerRequestFromJSON(request('issue-feedback')) });
    assert.deepEqual([answer.kind, answer.outcome, answer.entitled], ['decision', 'ENTITLED', true]);
    assert.deepEqual([answer.resolution, answer.window?.closesAt, answer.charges], [null, null, []]);
    assert.equal(answer.response?.dueAt?.toISOString(), '2026-11-23T08:00:00.000Z');
    assert.equal(answer.reasons[0]?.code, 'granted-by-inheritance');
    return answer;
}

async function problem(api: DecisionsApi): Promise<void> {
    try {
        await api.decide({ customerRequest: CustomerRequestFromJSON(request('issue-feedback', 'none')) });
    } catch (e: unknown) {
        if (!(e instanceof ResponseError)) {
            throw e;
        }
        const told = ProblemFromJSON(await e.response.json());
        assert.deepEqual([told.status, told.code, told.errors[0]?.pointer], [422, 'unknown-plan', '/subscription/plan']);
        return;
    }
    assert.fail('an unknown plan was taken');
}

async function sheet(api: DecisionsApi): Promise<SheetAnswer> {
    const answer = await api.listEntitlements({ sheetRequest: SheetRequestFromJSON(request(null)) });
    const granted = answer.decisions.filter((one) => one.kind === 'decision' && one.entitled);
    const refused = answer.decisions.filter((one) => one.kind === 'problem' && one.code === 'missing-fact');
    assert.ok(granted.length > 0 && refused.length > 0);
    const batch = [BatchSheetRequestFromJSON(request(null, 'preferred', 's'))];
    const [listed] = await api.listEntitlementsBatch({ batchSheetRequest: batch });
    assert.ok(listed?.kind === 'sheet' && listed.key === 's');
    assert.equal(listed.sheet.decisions.length, answer.decisions.length);
    return answer;
}

async function batch(api: DecisionsApi): Promise<void> {
    const questions = [request('issue-feedback', 'preferred', 'a'), request('issue-feedback', 'none', 'b')];
    const answers: BatchAnswer[] = await api.decideBatch({ batchQuestion: questions.map(BatchQuestionFromJSON) });
    const [good, bad] = answers;
    assert.ok(good?.kind === 'decision' && good.key === 'a' && good.decision.entitled);
    assert.ok(bad?.kind === 'problem' && bad.key === 'b' && bad.problem.code === 'unknown-plan');
}

/** A line for each line, also for one that is no question; the stream goes on. */
async function stream(address: string): Promise<void> {
    const lines = [JSON.stringify(request('issue-feedback', 'preferred', 'a')), '{', JSON.stringify(request('issue-feedback', 'none', 'b'))];
    const headers = { 'Content-Type': 'application/x-ndjson' };
    const answer = await fetch(`${address}/v1/decisions/batch`, { method: 'POST', headers, body: lines.join('\n') + '\n' });
    const read = (await answer.text()).trimEnd().split('\n').map((line) => BatchAnswerFromJSON(JSON.parse(line)));
    const codes = read.map((one) => (one.kind === 'decision' ? one.decision.outcome : one.problem.code));
    assert.deepEqual(codes, ['ENTITLED', 'malformed', 'unknown-plan']);
}

/** The problem of each status that a caller without credentials can meet. */
async function problems(address: string): Promise<void> {
    const decisions = `${address}/v1/decisions`;
    const unknown = JSON.stringify(request('issue-feedback', 'none'));
    for (const [method, url, type, body, status, code] of [
        ['POST', decisions, 'application/json', '{}', 400, 'malformed'],
        ['GET', `${address}/v1/programmes/nobody`, 'application/json', undefined, 404, 'not-found'],
        ['PUT', decisions, 'application/json', '{}', 405, 'method-not-allowed'],
        ['POST', decisions, 'application/json', ' '.repeat(2_000_000), 413, 'body-too-large'],
        ['POST', decisions, 'text/plain', '{}', 415, 'unsupported-media-type'],
        ['POST', decisions, 'application/json', unknown, 422, 'unknown-plan'],
    ] as const) {
        const answer = await fetch(url, { method, headers: { 'Content-Type': type }, body });
        const told = ProblemFromJSON(await answer.json());
        assert.deepEqual([told.status, told.code], [status, code]);
    }
}

/** What a later version may say: another member, and another code. */
function later(answer: DecisionAnswer, listed: SheetAnswer): void {
    const told = { ...DecisionAnswerToJSON(answer), later: { member: null }, outcome: 'LATER' };
    told.reasons[0].code = 'later-code';
    const read = DecisionAnswerFromJSON(told);
    assert.deepEqual([read.outcome, read.reasons[0]?.code], ['LATER', 'later-code']);
    const entries = { ...SheetAnswerToJSON(listed), later: 1 };
    assert.equal(SheetAnswerFromJSON(entries).decisions.length, listed.decisions.length);
}

async function main(): Promise<void> {
    const configuration = new Configuration({ basePath: process.argv[2] ?? '' });
    const decisions = new DecisionsApi(configuration);
    later(await single(decisions), await sheet(decisions));
    await problem(decisions);
    await batch(decisions);
    await stream(process.argv[2] ?? '');
    await problems(process.argv[2] ?? '');
    const programmes = new ProgrammesApi(configuration);
    for (const { id } of (await programmes.listProgrammes()).programmes) {
        await programmes.showCatalogue({ programme: id });
        await programmes.showMatrix({ programme: id });
        const releases = new ReleasesApi(configuration);
        await releases.listReleases({ programme: id });
        assert.match(await (await releases.downloadCatalogue({ programme: id })).text(), /^plans:/m);
        assert.equal((await (await releases.downloadPolicy({ programme: id })).text()).slice(0, 2), 'PK');
    }
    console.log('typescript reads every answer');
}

main().catch((e) => {
    console.error(e);
    process.exitCode = 1;
});
