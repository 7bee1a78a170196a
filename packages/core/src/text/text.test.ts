import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findLinks,
  isTrackingNumber,
  missingAddressParts,
  needsAddressPart,
  pastedCode,
  pastedText,
  trackingNumber,
} from './index.ts';

describe('a web address in a text', () => {
  test.each([
    [
      'see https://en.wikipedia.org/wiki/Kettle_(disambiguation) there',
      'https://en.wikipedia.org/wiki/Kettle_(disambiguation)',
    ],
    [
      '(see https://en.wikipedia.org/wiki/Kettle_(disambiguation)).',
      'https://en.wikipedia.org/wiki/Kettle_(disambiguation)',
    ],
    ['(https://desk.example/help)', 'https://desk.example/help'],
    ['[https://desk.example/help]!', 'https://desk.example/help'],
    ['“https://desk.example/help”', 'https://desk.example/help'],
    ['‘https://desk.example/help’', 'https://desk.example/help'],
    ['«https://desk.example/help»', 'https://desk.example/help'],
    ['"https://desk.example/help"', 'https://desk.example/help'],
    ["'https://desk.example/help'", 'https://desk.example/help'],
    ['https://desk.example/help…', 'https://desk.example/help'],
    ['https://desk.example/help—really', 'https://desk.example/help'],
    ['请看https://desk.example/help。谢谢', 'https://desk.example/help'],
    ['请看（https://desk.example/help）', 'https://desk.example/help'],
    ['《https://desk.example/help》', 'https://desk.example/help'],
    ['「https://desk.example/help」', 'https://desk.example/help'],
    ['https://desk.example/help，然后', 'https://desk.example/help'],
    ['https://desk.example/help谢谢', 'https://desk.example/help'],
    ['https://desk.example/?q=[a]&b={c}.', 'https://desk.example/?q=[a]&b={c}'],
    ['https://desk.example/a_(b)_(c)', 'https://desk.example/a_(b)_(c)'],
    ["https://desk.example/Rubik's_cube", "https://desk.example/Rubik's_cube"],
    ['https://desk.example/a?x=1&y=2#part-3, and', 'https://desk.example/a?x=1&y=2#part-3'],
    ['https://desk.example:8080/~me/', 'https://desk.example:8080/~me/'],
    ['https://desk.example/help\u200b', 'https://desk.example/help'],
    ['HTTPS://DESK.EXAMPLE/A', 'HTTPS://DESK.EXAMPLE/A'],
  ])('%s', (text, address) => {
    expect(findLinks(text)).toEqual([{ start: text.indexOf(address), address }]);
  });

  test.each(['https://', 'javascript:alert(1)', 'ftp://a.example', 'no address', 'https://。'])('is not %s', (text) => {
    expect(findLinks(text)).toEqual([]);
  });

  test('is where it is said to be, in any text, and several do not overlap', () => {
    const piece = fc.oneof(
      fc.constantFrom('https://a.example/b', ')', '(', '”', '。', ' ', '.'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, address } of findLinks(text)) {
          expect([text.startsWith(address, start), start >= at]).toEqual([true, true]);
          at = start + address.length;
        }
      }),
    );
  });
});

describe('a tracking number as it was pasted', () => {
  test.each([
    ['1Z 999 AA1 01 2345 6784', '1Z999AA10123456784'],
    ['ＳＦ１２３４５６７８９０', 'SF1234567890'],
    ['sf1234567890,', 'SF1234567890'],
    ['SF1234567890，', 'SF1234567890'],
    ['\u200bSF12\u00ad3456\u2060', 'SF123456'],
    ['JD‑0001–2345', 'JD-0001-2345'],
    ['SF\u00a0123\u3000456\t', 'SF123456'],
    ['SF123456。', 'SF123456'],
    ['\nSF123456\n', 'SF123456'],
  ])('%j is stored as %s', (pasted, stored) => {
    expect(trackingNumber(pasted)).toBe(stored);
    expect([isTrackingNumber(stored), trackingNumber(stored)]).toEqual([true, stored]);
  });

  test.each(['', '12345', 'SF/123456', '运单123456', 'x'.repeat(41), '=1+1+1+1'])('%j is none', (pasted) => {
    expect(isTrackingNumber(trackingNumber(pasted))).toBe(false);
  });

  test('other pasted codes lose the same and keep their case', () => {
    expect([
      pastedCode(' ａＢ@example.com, '),
      pastedCode('＃Ｗ９５２７ ０３０'),
      pastedText(' Isabella\u00a0 Santos，'),
    ]).toEqual(['aB@example.com', '#W9527030', 'Isabella Santos']);
  });
});

describe('the parts of an address', () => {
  test.each([
    ['China', 'postalCode', true],
    ['CN', 'city', true],
    ['United States', 'postalCode', true],
    ['HK', 'postalCode', false],
    ['Hong Kong', 'postalCode', false],
    ['Hong Kong SAR China', 'city', false],
    ['中国香港', 'postalCode', false],
    ['香港', 'city', false],
    ['澳門', 'postalCode', false],
    ['Macao', 'city', false],
    ['AE', 'postalCode', false],
    ['United Arab Emirates', 'postalCode', false],
    ['UAE', 'city', true],
    ['Ireland', 'postalCode', false],
    ['ie', 'city', true],
    ['Singapore', 'city', false],
    ['SG', 'postalCode', true],
    ['新加坡', 'city', false],
    ['爱尔兰', 'postalCode', false],
    ['', 'postalCode', true],
    ['HK', 'line1', true],
    ['HK', 'country', true],
    ['US', 'line2', false],
    ['US', 'region', false],
  ] as const)('in %j the %s is needed: %s', (country, part, needed) => {
    expect(needsAddressPart(part, country)).toBe(needed);
  });

  test('that are missing are named', () => {
    const address = { line1: '1 Queen’s Road', line2: '', city: ' ', region: '', postalCode: '', country: 'Hong Kong' };
    expect([missingAddressParts(address), missingAddressParts({ ...address, country: 'France' })]).toEqual([
      [],
      ['city', 'postalCode'],
    ]);
  });
});
