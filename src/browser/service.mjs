// The packaged service on a free port of this machine, with a folder of its own as its store, keys of several roles, and a provider of sign-ins.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProvider } from './provider.mjs';

const START_SECONDS = 300;

/** The keys by their ids, with their roles. */
const ROLES = {
  'chen-min': 'reader,decider,author,publisher',
  'li-hua': 'reader,decider,author,approver,publisher',
  'zhou-ting': 'reader',
  'wu-gang': 'decider',
};

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function credentials(provider) {
  const keys = {};
  const settings = [];
  for (const [index, [id, roles]] of Object.entries(ROLES).entries()) {
    keys[id] = `qk_${id}_${randomBytes(32).toString('base64url')}`;
    const hash = createHash('sha256').update(keys[id]).digest('hex');
    const place = `--quanyi.access.keys[${index}]`;
    settings.push(`${place}.id=${id}`, `${place}.hash=sha256:${hash}`, `${place}.roles=${roles}`);
  }
  settings.push(
    '--quanyi.console.enabled=true',
    `--quanyi.access.jwt.issuer=${provider.issuer}`,
    `--quanyi.access.jwt.jwk-set-uri=${provider.issuer}/keys`,
    '--quanyi.access.jwt.audience=quanyi',
    `--quanyi.console.provider.client-id=${provider.client}`,
    `--quanyi.console.provider.client-secret=${provider.secret}`,
  );
  return { keys, settings };
}

async function started(java, log) {
  for (let waited = 0; waited < START_SECONDS * 4; waited++) {
    const said = readFileSync(log, 'utf8');
    if (said.includes('Started QuanyiApplication')) return;
    if (java.exitCode !== null) throw new Error(`the service did not start:\n${said}`);
    await pause(250);
  }
  throw new Error(`the service did not start within ${START_SECONDS} seconds`);
}

/** The options of the JVM that make the start short, and long work slow. */
const SHORT = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Starts a service to which people sign in; measured says whether it is to be as fast as one that others use. */
export async function startService({ measured = false } = {}) {
  const work = mkdtempSync(join(tmpdir(), 'quanyi-browser-'));
  const log = join(work, 'service.log');
  const port = await freePort();
  const provider = await startProvider();
  const { keys, settings } = credentials(provider);
  const store = ['--quanyi.store.kind=folder', `--quanyi.store.folder=${join(work, 'store')}`, `--quanyi.audit.file=${join(work, 'audit.ndjson')}`];
  const output = openSync(log, 'w');
  const java = spawn(
    'java',
    ['-Xmx512m', ...(measured ? [] : SHORT), '-jar', process.env.JAR, '--server.address=127.0.0.1', `--server.port=${port}`, ...store, ...settings],
    { stdio: ['ignore', output, output] },
  );
  const ended = new Promise((resolve) => java.once('exit', resolve));
  process.once('exit', () => java.kill());
  const stop = async () => {
    java.kill();
    await ended;
    provider.stop();
    rmSync(work, { recursive: true, force: true });
  };
  try {
    await started(java, log);
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { address: `http://127.0.0.1:${port}`, keys, provider, stop };
}
