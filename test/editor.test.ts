import { describe, expect, test } from 'vitest';
import { faultsOfCode, faultsOfText } from '../scripts/editor/rules.mjs';

const text = (en: string, zh: string, key = 'panel.kit.any') => ({ key, en, zh });

describe('the editor', () => {
  test.each([
    ['straight quotes', 'He said "no"'.replace('He', 'They'), '他说“不”', 'has straight quotes'],
    ['a straight apostrophe', "The customer's order", '顾客的订单', 'has straight quotes'],
    ['three dots', 'Loading...', '加载中…', 'has three dots for an ellipsis'],
    ['a hyphen for a dash', 'Open - closed', '开放', 'has a hyphen for a dash'],
    ['please and please', 'Please wait, then please try again.', '请稍候再试。', 'says please twice'],
    ['capitals as in a title', 'Sign Out', '退出', 'has capitals in the middle'],
    ['no Chinese', 'Nothing here', 'Nothing here', 'is the same in both languages'],
    ['one empty language', 'Nothing here', '', 'is empty in one language'],
    ['a Chinese comma in English', 'Hello， you', '您好', 'has Chinese punctuation in English'],
    [
      'an English comma in Chinese',
      'You are offline.',
      '您离线,顾客无法联系到您。',
      'has half-width punctuation between Chinese',
    ],
    ['an English colon between places', '{0}: {1}', '{0}:{1}', 'has half-width punctuation between Chinese'],
    [
      'an English full stop in Chinese',
      'It is done.',
      '已完成.',
      'ends a Chinese sentence with a full stop of English',
    ],
    ['places that differ', 'Only {left} left.', '仅剩 {count}。', 'has other places in Chinese'],
    ['a customer who is a he', 'Ask him.', '请询问。', 'says “him”, which is here: they, them, their'],
    ['another word for a script', 'New canned response', '新建话术', 'says “canned response”, which is here: script'],
    ['another Chinese word for a customer', 'Customer', '客户', 'says “客户”, which is here: 顾客'],
  ])('finds %s', (_what, en, zh, fault) => {
    expect(faultsOfText(text(en, zh))).toContain(fault);
  });

  test('finds a tab whose English is longer than its line', () => {
    const long = 'Everything that was ever asked for here';
    expect(faultsOfText(text(long, '全部', 'panel.case.tabs.all'))).toEqual(['is longer than its line']);
    expect(faultsOfText(text(long, '全部', 'panel.case.allHint'))).toEqual([]);
  });

  test.each([
    ['They have signed in. Please wait …', '已登录，请稍候…'],
    ['{0, plural, =1 {1 item} other {{0} items}}', '{0} 件'],
    ['Variables stand in braces: ‘{’name‘}’', '变量写在花括号中：{name}'],
    ['Markdown', 'Markdown'],
    ['See https://desk.example', '见 https://desk.example'],
    ['Client-side', '客户端'],
    ['{from} – {to}', '{from} 至 {to}'],
  ])('leaves alone what is right: %s', (en, zh) => {
    expect(faultsOfText({ ...text(en, zh), free: true })).toEqual([]);
  });

  test.each([
    ['`${at.toLocaleString()}`', 'writes a time or a number by hand'],
    ["new Intl.DateTimeFormat(locale, { hour: 'numeric' }).format(at)", 'writes a time by hand'],
    ['at.toISOString().slice(0, 16)', 'writes a time by hand'],
    ['`¥${(price / 100).toFixed(2)}`', 'writes an amount by hand'],
  ])('finds code of the panel that writes times and amounts itself: %s', (code, what) => {
    const found = faultsOfCode({
      path: 'packages/admin/src/features/orders/page.ts',
      text: `const a = 1;\nconst b = ${code};\n`,
    });
    expect(found[0]).toEqual({ line: 2, what });
  });

  test('lets those write times whom everybody asks, and days be cut from instants', () => {
    const text = 'new Intl.DateTimeFormat(locale, {})';
    expect(faultsOfCode({ path: 'packages/admin/src/kit/language.ts', text })).toEqual([]);
    const rest =
      'new Intl.DateTimeFormat().resolvedOptions().timeZone; day.toISOString().slice(0, 10); language.full(at)';
    expect(faultsOfCode({ path: 'packages/admin/src/features/orders/page.ts', text: rest })).toEqual([]);
  });
});
