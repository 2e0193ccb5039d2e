// Drafts that screens show, prepared over HTTP.
import { setTimeout as pause } from 'node:timers/promises';

/** A draft of a programme; edits keeps functions of the text of its files. */
export class Draft {
  static async begin(service, programme, title, edits = {}, key = 'chen-min') {
    const headers = service.keys[key] ? { 'X-API-Key': service.keys[key] } : {};
    const base = `${service.address}/v1/programmes/${programme}/drafts`;
    const begun = await call(base, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ title }) });
    const draft = new Draft(service.address + begun.headers.get('location'), headers);
    for (const [file, edit] of Object.entries(edits)) await draft.edit(file, edit);
    return draft;
  }

  constructor(address, headers) {
    this.address = address;
    this.headers = headers;
    this.id = address.split('/').at(-1);
  }

  async edit(file, edit) {
    const address = `${this.address}/files/${file}`;
    const answer = await call(address, { headers: this.headers });
    const before = await answer.text();
    const after = edit(before);
    if (after === before) throw new Error(`nothing of ${file} is changed`);
    await call(address, { method: 'PUT', headers: { ...this.headers, 'If-Match': answer.headers.get('etag'), 'Content-Type': 'text/plain' }, body: after });
  }

  /** Runs a job to its end: impact or test. */
  async run(kind, asked) {
    const begun = await call(`${this.address}/${kind}`, { method: 'POST', headers: asked ? { ...this.headers, 'Content-Type': 'application/json' } : this.headers, body: asked && JSON.stringify(asked) });
    const job = new URL(begun.headers.get('location'), this.address);
    for (;;) {
      const shown = await (await call(job, { headers: this.headers })).json();
      if (!['waiting', 'running'].includes(shown.state)) return shown;
      await pause(200);
    }
  }

  /** Offers the draft for publication, from an instant on if one is named. */
  async submit(note, effectiveFrom) {
    await this.step('submit', { note, effectiveFrom });
  }

  async publish(note, effectiveFrom) {
    await this.submit(note, effectiveFrom);
    await this.step('publish');
  }

  async step(name, asked) {
    const headers = { ...this.headers, 'If-Match': '*', ...(asked && { 'Content-Type': 'application/json' }) };
    await call(`${this.address}/${name}`, { method: 'POST', headers, body: asked && JSON.stringify(asked) });
  }

  async remove() {
    await call(this.address, { method: 'DELETE', headers: { ...this.headers, 'If-Match': '*' } });
  }
}

async function call(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${options.method ?? 'GET'} ${address}: ${answer.status} ${await answer.text()}`);
  return answer;
}
