import { DeniedError, type SigningKey } from '@shopdesk/core';
import { base64url, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createIdentityTokens } from './identity-tokens.ts';

const NOW = Date.parse('2025-03-10T01:00:00.000Z') / 1000;
const secret = 'a secret of at least thirty-two bytes';
const expected = { audience: 'store-1', issuer: 'shop', now: new Date(NOW * 1000).toISOString() };
const claims: JWTPayload = {
  sub: 'lily',
  iss: 'shop',
  aud: 'store-1',
  iat: NOW,
  exp: NOW + 600,
  name: 'Lily',
  email: 'lily@example.com',
};
const keys: SigningKey[] = [{ kid: 'k1', algorithm: 'HS256', material: secret }];

const sign = (payload: JWTPayload = claims, header: object = {}, key: Uint8Array = new TextEncoder().encode(secret)) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'k1', ...header }).sign(key);

const tokens = createIdentityTokens();
const verify = (token: string, known: readonly SigningKey[] = keys) =>
  tokens.verify(token, { ...expected, keys: known });

async function causeOf(token: string, known?: readonly SigningKey[]): Promise<unknown> {
  const error = await verify(token, known).catch((thrown: unknown) => thrown);
  if (!(error instanceof DeniedError)) throw new Error('The token was believed.', { cause: error });
  expect(error.denial.code).toBe('UNAUTHENTICATED');
  return error.denial.details?.['cause'];
}

describe('an identity token', () => {
  test('signed by the shop says who the customer is', async () => {
    expect(await verify(await sign())).toEqual({ subject: 'lily', name: 'Lily', email: 'lily@example.com' });
    expect(tokens.kidOf?.(await sign())).toBe('k1');
  });

  test('takes the customer’s phone by its standard name and one of several audiences', async () => {
    const token = await sign({ ...claims, phone_number: '+86 138', aud: ['other', 'store-1'] });
    expect(await verify(token)).toMatchObject({ phone: '+86 138' });
  });

  test('needs no nbf and no jti; with a jti it says until when that must not come again', async () => {
    const { nbf: _, jti: _j, ...bare } = claims;
    expect(await verify(await sign(bare))).not.toHaveProperty('tokenId');
    expect(await verify(await sign({ ...bare, nbf: NOW, jti: 'once' }))).toMatchObject({
      tokenId: 'once',
      expiresAt: new Date((NOW + 630) * 1000).toISOString(),
    });
  });

  test.each<[string, JWTPayload]>([
    ['audience', { ...claims, aud: 'store-2' }],
    ['issuer', { ...claims, iss: 'somebody' }],
    ['expired', { ...claims, iat: NOW - 700, exp: NOW - 31 }],
    ['not_yet_valid', { ...claims, nbf: NOW + 60 }],
    ['not_yet_valid', { ...claims, iat: NOW + 60, exp: NOW + 600 }],
    ['lifetime', { ...claims, exp: NOW + 3601 }],
    ['lifetime', { sub: 'lily', iss: 'shop', aud: 'store-1', iat: NOW }],
    ['lifetime', { sub: 'lily', iss: 'shop', aud: 'store-1', exp: NOW + 60 }],
    ['claims', { iss: 'shop', aud: 'store-1', iat: NOW, exp: NOW + 60 }],
    ['claims', { ...claims, sub: '' }],
    ['claims', { ...claims, sub: ' \u200b' }],
    ['claims', { ...claims, sub: 'a\0b' }],
    ['claims', { ...claims, sub: '\ud800' }],
    ['claims', { ...claims, sub: 'x'.repeat(201) }],
    ['claims', { ...claims, sub: null } as unknown as JWTPayload],
    ['claims', { ...claims, sub: 1.5 } as unknown as JWTPayload],
  ])('is refused for its %s: %o', async (cause, payload) => {
    expect(await causeOf(await sign(payload))).toBe(cause);
  });

  test.each([
    ['email', ''],
    ['email', null],
    ['email', 'ivan@пример.рф'],
    ['email', 'иван@example.com'],
    ['email', 'a@localhost'],
    ['email', 7],
    ['email', `${'x'.repeat(250)}@example.com`],
    ['email', ['a@example.com']],
    ['name', null],
    ['name', ''],
    ['name', '\u200b\u2060'],
    ['name', {}],
    ['name', 'a\0b'],
    ['name', '\ud800'],
    ['name', 'x'.repeat(201)],
    ['phone', null],
    ['phone', 13800138000],
    ['phone', '1'.repeat(41)],
    ['phone_number', false],
    ['locale', null],
    ['locale', 3],
    ['locale', 'x'.repeat(36)],
  ])('identifies the customer when its %s cannot be used: %j', async (claim, value) => {
    const { name: _name, email: _email, ...needed } = claims;
    expect(await verify(await sign({ ...needed, [claim]: value }))).toEqual({ subject: 'lily' });
  });

  test('takes a claim without the white space around it, and the phone that can be read', async () => {
    const token = await sign({
      ...claims,
      name: ' Lily ',
      email: ' lily@example.com ',
      phone: null,
      phone_number: '+86 138',
      locale: 'en',
    });
    expect(await verify(token)).toEqual({
      subject: 'lily',
      name: 'Lily',
      email: 'lily@example.com',
      phone: '+86 138',
      locale: 'en',
    });
  });

  test('takes a customer number that is a number by its digits', async () => {
    expect(await verify(await sign({ ...claims, sub: 42 } as unknown as JWTPayload))).toMatchObject({ subject: '42' });
  });

  test('forged with another secret is refused', async () => {
    expect(
      await causeOf(await sign(claims, {}, new TextEncoder().encode('another secret of thirty-two bytes !'))),
    ).toBe('signature');
  });

  test('without a signature is refused', async () => {
    expect(await causeOf(new UnsecuredJWT(claims).encode())).toBe('key');
    const none = `${base64url.encode(JSON.stringify({ alg: 'none', kid: 'k1' }))}.${base64url.encode(JSON.stringify(claims))}.`;
    expect(await causeOf(none)).toBe('algorithm');
  });

  test.each([['k2'], [undefined]])('of the unknown key %s is refused', async (kid) => {
    expect(await causeOf(await sign(claims, { kid }))).toBe('key');
  });

  test('is refused when it brings its own key', async () => {
    const jwk = { kty: 'oct', k: base64url.encode('attacker controlled secret, 32 bytes') };
    const token = await sign(
      claims,
      { jwk, jku: 'https://evil.example/keys' },
      new TextEncoder().encode('attacker controlled secret, 32 bytes'),
    );
    expect(await causeOf(token)).toBe('signature');
  });

  test.each([['nonsense'], ['a.b.c'], ['']])('that is none (%s) is refused', async (token) => {
    expect(await causeOf(token)).toBe('malformed');
  });
});

describe.each(['ES256', 'EdDSA'] as const)('an identity token by %s', (algorithm) => {
  let key: SigningKey;
  let token: string;
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    key = { kid: 'pub', algorithm, material: JSON.stringify(await exportJWK(publicKey)) };
    token = await new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: 'pub' }).sign(privateKey);
  });

  test('is believed', async () => {
    expect(await verify(token, [key])).toMatchObject({ subject: 'lily' });
  });

  test('cannot be forged by using the public key as a shared secret', async () => {
    const forged = await sign(claims, { kid: 'pub' }, new TextEncoder().encode(key.material));
    expect(await causeOf(forged, [key])).toBe('algorithm');
  });

  test('is refused when the stored key is broken', async () => {
    expect(await causeOf(token, [{ ...key, material: 'not a key at all, but long enough text' }])).toBe('key');
  });
});
