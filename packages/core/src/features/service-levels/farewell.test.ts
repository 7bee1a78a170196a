import { describe, expect, test } from 'vitest';
import { isFarewell } from './farewell.ts';

describe('a farewell', () => {
  test.each([
    '谢谢',
    '谢谢!',
    '好的',
    '好的,谢谢亲',
    'OK',
    'ok thanks!',
    'Thank you very much.',
    "That's all, bye",
    '知道了哈',
    '👍',
    '谢谢 🙏',
    '收到~',
  ])('is %s', (text) => expect(isFarewell(text)).toBe(true));
  test.each([
    '谢谢,那什么时候发货?',
    '好的那我要退货',
    'thanks but it is broken',
    '你好',
    '在吗',
    '?',
    '',
    '不行',
    '😡',
    'ok?who are you',
    '可以退吗',
  ])('is not %s', (text) => expect(isFarewell(text)).toBe(false));
});
