// A provider of sign-ins on a port of this machine (OpenID Connect, code flow with PKCE). Whoever comes is asked for nothing but a button.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(claims, privateKey) {
  const signed = `${encoded({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

/** The page on which a person agrees, and one that leads back without. */
function consent(asked) {
  const back = new URL(asked.get('redirect_uri'));
  const code = randomUUID();
  const yes = new URL(back);
  yes.search = new URLSearchParams({ code, state: asked.get('state') });
  const no = new URL(back);
  no.search = new URLSearchParams({ error: 'access_denied', state: asked.get('state') });
  const escaped = (url) => url.href.replaceAll('&', '&amp;');
  const page = `<!DOCTYPE html><html lang="en"><title>Provider</title><main><h1>Provider</h1><p><a id="yes" href="${escaped(yes)}">Sign in</a> <a id="no" href="${escaped(no)}">Cancel</a></p></main></html>`;
  return { code, page };
}

/** Starts the provider; person holds the claims of whoever comes next, and away makes it answer nothing. */
export async function startProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map();
  const provider = { client: 'quanyi-console', secret: 'a-secret-of-the-client', person: {}, away: false };

  const tokens = async (request) => {
    const form = await bodyOf(request);
    const asked = codes.get(form.get('code'));
    codes.delete(form.get('code'));
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!asked || asked.get('code_challenge') !== challenge) return [400, { error: 'invalid_grant' }];
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: provider.issuer, aud: provider.client, sub: 'u-17', iat: now, exp: now + 60, nonce: asked.get('nonce'), ...provider.person };
    return [200, { access_token: 'for nobody', token_type: 'Bearer', expires_in: 60, id_token: token(claims, privateKey) }];
  };

  const answer = async (request, url) => {
    if (provider.away) return [503, {}];
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return [200, { issuer: provider.issuer, authorization_endpoint: `${provider.issuer}/authorize`, token_endpoint: `${provider.issuer}/token`, jwks_uri: `${provider.issuer}/keys` }];
      case '/keys':
        return [200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }];
      case '/token':
        return tokens(request);
      default:
        return [404, {}];
    }
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, provider.issuer);
    if (url.pathname === '/authorize') {
      const { code, page } = consent(url.searchParams);
      codes.set(code, url.searchParams);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const [status, body] = await answer(request, url);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${server.address().port}`;
  provider.stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return provider;
}
