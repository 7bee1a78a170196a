import { describe, expect, test } from 'vitest';
import { ModelError } from '../ports/model.ts';
import { ShopError } from '../ports/shop-error.ts';
import { askable, judge, keyed, neither, nextStep, question, type CallVerdict, type NextStep } from './certainty.ts';

const network = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
const http = (status: number) => Object.assign(new Error(`HTTP ${status}`), { status });

describe('a failed call', () => {
  test.each<[string, unknown, CallVerdict]>([
    ['a name that is not found', network('ENOTFOUND'), 'NOT_SENT'],
    ['a name server that is away', network('EAI_AGAIN'), 'NOT_SENT'],
    ['a refused connection', network('ECONNREFUSED'), 'NOT_SENT'],
    [
      'a connection refused at every address',
      new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
      'NOT_SENT',
    ],
    ['a connection that never stood', network('UND_ERR_CONNECT_TIMEOUT'), 'NOT_SENT'],
    ['429', http(429), 'NOT_SENT'],
    ['a broken connection', network('ECONNRESET'), 'IN_DOUBT'],
    ['a time-out of the network', network('ETIMEDOUT'), 'IN_DOUBT'],
    ['a socket that closed', network('UND_ERR_SOCKET'), 'IN_DOUBT'],
    ['408', http(408), 'IN_DOUBT'],
    ['500', http(500), 'IN_DOUBT'],
    ['503', http(503), 'IN_DOUBT'],
    ['400', http(400), 'REFUSED'],
    ['404', http(404), 'REFUSED'],
    ['409', http(409), 'REFUSED'],
    ['422', http(422), 'REFUSED'],
    ['a bug', new TypeError('x is not a function'), 'IN_DOUBT'],
    ['a text', 'boom', 'IN_DOUBT'],
    ['a shop that says no', new ShopError('REFUSED', 'no', { reason: 'ORDER_STATE' }), 'REFUSED'],
    ['a shop that does not know the order', new ShopError('NOT_FOUND', 'Order not found'), 'REFUSED'],
    ['a shop that cannot read the request', new ShopError('INVALID', 'no'), 'REFUSED'],
    ['a shop that does not answer', new ShopError('UNAVAILABLE', 'silent'), 'IN_DOUBT'],
    [
      'a shop that is not there',
      new ShopError('UNAVAILABLE', 'silent', { cause: network('ECONNREFUSED') }),
      'NOT_SENT',
    ],
    ['a shop that nobody has connected', new ShopError('UNAVAILABLE', 'none', { sent: false }), 'NOT_SENT'],
    ['a model that is asked too often', new ModelError('RATE_LIMITED', 'slow down'), 'NOT_SENT'],
    ['a model without money', new ModelError('BUDGET', 'spent'), 'NOT_SENT'],
    ['a model that does not know us', new ModelError('UNAUTHORISED', 'who'), 'REFUSED'],
    ['a model that takes too long', new ModelError('TIMEOUT', 'late'), 'IN_DOUBT'],
  ])('by %s is judged by what can be known of it', (_, error, verdict) => {
    expect(judge(error).verdict).toBe(verdict);
  });
});

const AT = '2025-03-10T01:00:00.000Z';
const after = (hours: number) => new Date(Date.parse(AT) + hours * 3_600_000).toISOString();

describe('what is done next', () => {
  const day = keyed({ keptFor: 24 * 3_600_000 });
  test.each<[string, NextStep, Parameters<typeof nextStep>]>([
    ['anything of which nothing was sent', 'CALL', [neither(), false, { doubts: 0, doubtSince: null, now: AT }]],
    ['a keyed one in doubt', 'CALL', [day, false, { doubts: 5, doubtSince: AT, now: after(23.9) }]],
    ['a keyed one whose key is forgotten', 'PERSON', [day, false, { doubts: 1, doubtSince: AT, now: after(24) }]],
    ['a keyed one that can also be asked', 'ASK', [day, true, { doubts: 1, doubtSince: AT, now: after(24) }]],
    ['an askable one in doubt', 'ASK', [askable(), true, { doubts: 1, doubtSince: AT, now: AT }]],
    ['one that is neither', 'PERSON', [neither(), false, { doubts: 1, doubtSince: AT, now: AT }]],
    ['a mail in doubt', 'CALL', [neither({ repeats: 1 }), false, { doubts: 1, doubtSince: AT, now: AT }]],
    ['a mail in doubt twice', 'PERSON', [neither({ repeats: 1 }), false, { doubts: 2, doubtSince: AT, now: AT }]],
    ['a question, whenever', 'CALL', [question(), false, { doubts: 9, doubtSince: AT, now: after(99_999) }]],
  ])('about %s is %s', (_, step, given) => {
    expect(nextStep(...given)).toBe(step);
  });
});
