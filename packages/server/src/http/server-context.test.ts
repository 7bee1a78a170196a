import { describe, expect, test } from 'vitest';
import { addressOf, networkOf, pathOf, requestIdOf } from './server-context.ts';

describe('the client’s address', () => {
  const headers = new Headers({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' });
  const direct = { address: '10.0.0.1' };

  test('is the socket’s when no proxy is trusted, whatever the client claims', () => {
    expect(addressOf(headers, direct, 0)).toBe('10.0.0.1');
  });

  test('is what the outermost trusted proxy saw', () => {
    expect(addressOf(headers, direct, 1)).toBe('10.0.0.2');
    expect(addressOf(headers, direct, 2)).toBe('203.0.113.7');
  });

  test('is the socket’s when a trusted proxy says nothing', () => {
    expect(addressOf(new Headers(), direct, 1)).toBe('10.0.0.1');
  });

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

test.each([
  ['http://desk.example/graphql?x=/y', '/graphql'],
  ['https://desk.example', '/'],
  ['/attachments/1/link', '/attachments/1/link'],
  ['http://desk.example/a#b?c', '/a'],
])('the path of %s is %s', (url, path) => {
  expect(pathOf(url)).toBe(path);
});

test('a request id that could forge a log line is replaced', () => {
  expect(requestIdOf(new Headers({ 'x-request-id': 'trace-0001' }))).toBe('trace-0001');
  expect(requestIdOf(new Headers({ 'x-request-id': 'a b c d e f g h {}' }))).toMatch(/^[0-9a-f-]{36}$/);
});
