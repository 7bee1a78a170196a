import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectPersonalData, isBankCard, isResidentId } from './personal-data.ts';

const kindsIn = (text: string) => detectPersonalData(text).map((hit) => `${hit.kind} ${hit.text}`);

describe('detectPersonalData', () => {
  it.each([
    ['我的电话是13800138000哦', ['PHONE 13800138000']],
    ['call +86 138-0013-8000 please', ['PHONE +86 138-0013-8000']],
    ['１３８００１３８０００', ['PHONE １３８００１３８０００']],
    ['加我 一三八零零一三八零零零', ['PHONE 一三八零零一三八零零零']],
    ['1 3 8 0 0 1 3 8 0 0 0', ['PHONE 1 3 8 0 0 1 3 8 0 0 0']],
    ['座机 010-62345678', ['LANDLINE 010-62345678']],
    ['热线400-820-8820', ['LANDLINE 400-820-8820']],
    ['写信到 Li.Lei+shop@example.com.cn。', ['EMAIL Li.Lei+shop@example.com.cn']],
    ['身份证 11010519491231002X', ['RESIDENT_ID 11010519491231002X']],
    ['身份证 110105 19491231 002x', ['RESIDENT_ID 110105 19491231 002x']],
    ['卡号 4111 1111 1111 1111', ['BANK_CARD 4111 1111 1111 1111']],
    ['微信号:shop_kefu88', ['WECHAT 微信号:shop_kefu88']],
    ['加vx abc12345', ['WECHAT vx abc12345']],
    ['QQ: 12345678', ['QQ QQ: 12345678']],
    ['看 https://evil.example/x?a=1 吧', ['URL https://evil.example/x?a=1']],
    ['去taobao88.com买', ['URL taobao88.com']],
    ['寄到浙江省杭州市西湖区文三路90号3栋502室,谢谢', ['ADDRESS 浙江省杭州市西湖区文三路90号3栋502室']],
    ['地址是北京市朝陽區建國路88號', ['ADDRESS 北京市朝陽區建國路88號']],
    ['阳光花园12栋3单元601室', ['ADDRESS 阳光花园12栋3单元601室']],
    ['ship it to 221B Baker Street, London NW1 6XE today', ['ADDRESS 221B Baker Street, London NW1 6XE']],
    ['1600 Pennsylvania Ave NW', ['ADDRESS 1600 Pennsylvania Ave']],
  ])('finds what is in "%s"', (text, expected) => {
    expect(kindsIn(text)).toEqual(expected);
  });

  it.each([
    ['an order number', '订单号 20250601123456789'],
    ['an amount', '一共 12800.00 元'],
    ['a date', '2025-06-01 10:00'],
    ['a resident id with a wrong check digit', '110105194912310021'],
    ['a resident id of an impossible day', '11010519490231002X'],
    ['a card number with a wrong check digit', '4111 1111 1111 1112'],
    ['a short run of Han digits', '一二三四'],
    ['a road without a number', '在文三路附近'],
    ['a number of items', 'I bought 3 red dresses last week'],
    ['a version', '请升级到 v2.10.3'],
    ['the word wechat alone', '可以用微信支付吗'],
  ])('leaves %s alone', (_, text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('reports the digits of a card once, not also as a telephone number', () => {
    const digits = [...'0123456789']
      .map((check) => `6222 1300 1145 6780 00${check}`)
      .filter((card) => isBankCard(card.replaceAll(' ', '')));
    expect(digits.map(kindsIn)).toEqual([[`BANK_CARD ${digits[0]}`]]);
  });

  it('gives a comparable value whatever the separators', () => {
    const values = ['+86 138-0013-8000', '138 0013 8000', '１３８００１３８０００'].map(
      (text) => detectPersonalData(text)[0]?.value,
    );
    expect(values).toEqual(['13800138000', '13800138000', '13800138000']);
  });

  it('finds every mobile number in any surrounding', () => {
    const number = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
    const around = fc.string({ unit: fc.constantFrom(...'我的号码是,。 abc(['), maxLength: 8 });
    fc.assert(
      fc.property(around, number, around, (before, phone, after) => {
        expect(detectPersonalData(before + phone + after).map((hit) => hit.value)).toContain(phone);
      }),
    );
  });

  it('stays fast on text made to confuse it', () => {
    for (const text of [
      '1-'.repeat(20_000),
      'a.'.repeat(20_000),
      '市区路'.repeat(10_000),
      '1 a '.repeat(10_000),
      '一-'.repeat(20_000),
    ])
      expect(() => detectPersonalData(text)).not.toThrow();
  }, 4_000);
});

describe('check digits', () => {
  it('accepts exactly one check digit for each resident id body', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (serial) => {
        const body = `11010519900307${String(serial).padStart(3, '0')}`;
        const valid = [...'0123456789X'].filter((check) => isResidentId(body + check));
        expect(valid).toHaveLength(1);
      }),
    );
  });

  it('accepts exactly one check digit for each card body', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (serial) => {
        const body = `6222021${String(serial).padStart(8, '0')}`;
        expect([...'0123456789'].filter((check) => isBankCard(body + check))).toHaveLength(1);
      }),
    );
  });
});
