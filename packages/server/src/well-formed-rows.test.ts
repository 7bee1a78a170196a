/**
 * Whatever characters a shop, a signed identity or a person sends, and wherever a text is cut: every row that is stored
 * is well-formed.
 */
import * as core from '@shopdesk/core';
import {
  marksOf,
  readableShop,
  SHOP_CHANGE_NAMES,
  ShopCustomer,
  ShopOrder,
  ShopProduct,
  ShopVariant,
  type Shop,
} from '@shopdesk/core';
import { clip, isBroken } from '@shopdesk/core/text';
import fc from 'fast-check';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from './database/database.ts';
import { fieldSchema, shapeOf } from './graphql/field-schema.ts';
import { tableOf } from './store/table.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const PLACED = '2025-03-01T00:00:00.000Z';
const HALVES = ['\ud83c', '\udf81'] as const;
/** Signs of two and more units, of which a cut by units leaves halves: a gift, a rare letter, a family, a flag. */
const WHOLES = ['🎁', '𠮷', '👨‍👩‍👧‍👦', '🇨🇳', 'é'] as const;
/** One letter more or less in front, so that every limit falls into a sign for one of the two. */
const runs = (units: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom('', 'A', 'Ab'),
      fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(1, 150, 1050),
    )
    .map(([front, signs, times]) => front + signs.join('').repeat(times));
const LONG_RUNS = ['𠮷', '👨‍👩‍👧‍👦'].flatMap((sign) => ['', 'A'].map((front) => [front + sign.repeat(1050)] as [string]));

/** A value of a schema in which every text that may be any text is this one; the rest is as in `base`. */
function filled(schema: z.core.$ZodType, text: string, base?: unknown): unknown {
  const { inner } = fieldSchema(schema);
  if (marksOf(inner).instant) return base ?? PLACED;
  if (inner instanceof z.ZodObject) {
    const known = (base ?? {}) as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.entries(shapeOf(inner)).map(([name, part]) => [
        name,
        KEPT.includes(name) && known[name] !== undefined ? known[name] : filled(part, text, known[name]),
      ]),
    );
  }
  if (inner instanceof z.ZodArray)
    return base === undefined
      ? [filled(inner.element, text)]
      : (base as unknown[]).map((item) => filled(inner.element, text, item));
  if (inner instanceof z.ZodEnum) return base ?? inner.options[0];
  if (inner instanceof z.ZodNumber) return base ?? 1;
  if (inner instanceof z.ZodBoolean) return base ?? false;
  if (inner instanceof z.ZodURL) return `https://x.example/${text.toWellFormed()}`;
  if (!(inner instanceof z.ZodString)) return base;
  if (inner.safeParse(text).success) return text;
  const cut = clip(text, inner.maxLength ?? text.length);
  return inner.safeParse(cut).success
    ? cut
    : (base ?? ['CNY', '1234'].find((formed) => inner.safeParse(formed).success));
}

/** An address that is longer when it is kept than when it is sent: what follows `?` goes, and the rest is encoded. */
const GROWING = `https://x.example/${'中%3F/'.repeat(20)}`;
/** Half a sign in a row, with what stands around it; a database that takes it nevertheless keeps U+FFFD. */
const HALF = /.{0,80}(?:\ufffd|\\ud[89a-f]).{0,20}/i;
/** By these one row of the shop finds another. */
const KEPT = ['id', 'customerId', 'productId', 'variantId', 'lineId', 'lineIds', 'paymentMethodId'];
const yuan = (amount: number) => ({ amount, currency: 'CNY' });
const customerOf = (id: string) => ({ id, paymentMethods: [{ id: 'card', kind: 'CARD' }] });
const VARIANT = { id: 'v1', productId: 'p1', price: yuan(500), available: true };
const orderOf = (customerId: string) => ({
  id: `order-of-${customerId}`,
  customerId,
  status: 'DELIVERED',
  placedAt: PLACED,
  updatedAt: PLACED,
  lines: [{ id: 'l1', productId: 'p1', variantId: 'v1', quantity: 2, unitPrice: yuan(500) }],
  amounts: {
    goods: yuan(1000),
    discount: yuan(0),
    freight: yuan(0),
    total: yuan(1000),
    paid: yuan(1000),
    refunded: yuan(0),
  },
  discounts: [],
  benefitsUnknown: false,
  payments: [{ id: 'paid', kind: 'PAYMENT', amount: yuan(1000), paymentMethodId: 'card', at: PLACED }],
  returns: [],
  history: [{ at: PLACED, kind: 'PLACED' }],
  shipments: [{ id: 's1', lineIds: ['l1'], shippedAt: PLACED, deliveredAt: '2025-03-09T00:00:00.000Z', events: [] }],
});

/** A shop whose texts are all the same one, which a test sets. */
class Talker {
  text = '';
  readonly shop: Shop;

  constructor() {
    const customer = async (id: string) => filled(ShopCustomer, this.text, customerOf(id));
    const order = async (id: string) => ({
      ...(filled(ShopOrder, this.text, orderOf(id.replace('order-of-', ''))) as ShopOrder),
      number: `${id}${this.text}`,
    });
    const product = async () => filled(ShopProduct, this.text, { id: 'p1', variants: [VARIANT] });
    const variant = async () => filled(ShopVariant, this.text, VARIANT);
    const changes = Object.fromEntries(
      SHOP_CHANGE_NAMES.map((name) => [
        name,
        ({ orderId, customerId }: { orderId?: string; customerId?: string }) =>
          orderId ? order(orderId) : customer(customerId ?? ''),
      ]),
    );
    this.shop = {
      capabilities: { changes: SHOP_CHANGE_NAMES },
      ...changes,
      customer,
      order,
      product,
      variant,
      customerByEmail: customer,
      customersByName: async () => [await customer('lily')],
      ordersOf: async (id: string) => ({ items: [await order(`order-of-${id}`)] }),
      searchOrders: async () => ({ items: [await order('order-of-lily')] }),
      searchProducts: async () => ({ items: [await product()] }),
    } as unknown as Shop;
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* [key, ...textsIn(inner)];
}

const SHAPES = Object.entries(core).flatMap(([name, schema]) =>
  /^Shop[A-Z]/.test(name) && schema instanceof z.ZodObject ? [[name, schema] as const] : [],
);

describe('what a shop answers', () => {
  test('is covered whole', () => {
    expect(SHAPES.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'ShopCustomer',
        'ShopDiscount',
        'ShopOrder',
        'ShopPayment',
        'ShopProduct',
        'ShopReturn',
        'ShopShipment',
        'ShopTrackingEvent',
        'ShopVariant',
      ]),
    );
  });

  test.each(SHAPES)('has no half character in any field of a %s', async (_, schema) => {
    await fc.assert(
      fc.asyncProperty(runs([...WHOLES, ...HALVES, 'x\0']), async (text) => {
        const shop = readableShop(
          { capabilities: { changes: [] }, product: async () => filled(schema, text) } as unknown as Shop,
          () => {},
        );
        const answer = await shop.product('x');
        expect([...textsIn(answer)].filter(isBroken)).toEqual([]);
        expect(schema.safeParse(answer).success).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});

describe.each(DATABASE_KINDS)('every row on %s', (kind) => {
  const talker = new Talker();
  let database: TestDatabase;
  let desk: TestServer;
  let staff: { token: string; id: string };
  let visits = 0;

  beforeAll(async () => {
    database = await createTestDatabase(kind, { tables: true });
    desk = await createTestServer({
      database: database.options,
      shops: { 'store-1': talker.shop },
      limits: { rates: false },
    });
    staff = await desk.staff('ALL', ['AD', 'AA', 'SV', 'PA', 'TR', 'WH', 'CO']);
  });
  afterAll(async () => {
    await desk.close();
    await database.remove();
  });

  const PERFORM =
    'mutation ($name: String!, $input: JSON!) { r: performAction(name: $name, input: $input) { denied { __typename code } } }';
  /** Performs an action; what it may answer is all but an internal error. */
  async function act(token: string, name: string, input: object): Promise<string> {
    const { data, errors } = await desk.gql<{ r: { code?: string; __typename: string } } | null>(
      PERFORM,
      { name, input },
      { token },
    );
    const code = errors[0]?.extensions['code'] ?? data?.r.code;
    expect([name, code]).not.toEqual([name, 'INTERNAL']);
    return String(code ?? 'DONE');
  }
  const look = async <T>(token: string, query: string, variables: object = {}) =>
    (await desk.gql<{ r: T }>(query, variables, { token })).data?.r;

  /** One customer who says everything with this text, and one member of staff who does. */
  async function visit(text: string): Promise<void> {
    talker.text = text;
    const subject = `lily-${(visits += 1)}`;
    const identityToken = await desk.identityToken({
      sub: subject,
      name: text,
      phone: text,
      locale: text,
      email: `${text}@x.example`,
    });
    await desk.gql(
      'mutation ($i: IdentifyShopperInput!) { r: identifyShopper(input: $i) { denied { __typename code } } }',
      {
        i: { storeKey: desk.store.key, identityToken },
      },
    );
    const { token, customerId } = await desk.shopper(subject);
    await act(token, 'openConversation', { pageUrl: clip(`${GROWING}${text.toWellFormed()}`, 1999) });
    await act(token, 'openConversation', {});
    const conversationId =
      (await look<{ nodes: { id: string }[] }>(token, 'query { r: conversations(first: 1) { nodes { id } } }'))
        ?.nodes[0]?.id ?? '';
    expect(conversationId).not.toBe('');
    const orderId = `order-of-${subject}`;
    const send = (by: string, n: string, more: object) =>
      act(by, 'sendMessage', { conversationId, clientMsgId: `${subject}-${n}`, ...more });
    await send(token, 'text', { text });
    expect(await send(token, 'order', { card: { type: 'ORDER', id: orderId } })).toBe('DONE');
    expect(await send(token, 'product', { card: { type: 'PRODUCT', id: 'p1' } })).toBe('DONE');
    await send(token, 'odd', { card: { type: 'PRODUCT', id: text } });
    const file = await desk.post(
      `/attachments?conversationId=${conversationId}&name=${encodeURIComponent(clip(text.toWellFormed(), 600))}`,
      '%PDF-1.4\n%%EOF',
      { token },
    );
    expect(file.status).toBeLessThan(500);
    await send(token, 'file', { attachmentId: ((await file.json()) as { id?: string }).id ?? '' });
    await act(staff.token, 'takeConversation', { id: conversationId });
    await send(staff.token, 'answer', { text, confirmedHits: true });
    await act(staff.token, 'addNote', { conversationId, clientMsgId: `${subject}-note`, text });
    for (const part of ['name', 'nick', 'tier', 'styleTag', 'riskNote', 'tags'])
      await act(staff.token, 'updateCustomer', {
        id: customerId,
        [part]: part === 'tags' ? [clip(text, 40)] : clip(text, 40),
      });
    await act(staff.token, 'addOrderRemark', {
      storeId: desk.store.id,
      orderId,
      reason: clip(text, 1000),
      after: { [clip(text, 100)]: text },
    });
    await act(staff.token, 'reportKnowledgeGap', { question: clip(`Why ${text}`, 300) });
    expect(await act(token, 'watchOrder', { orderId })).toBe('DONE');
    const asked = {
      orderId,
      type: 'RETURN_REFUND',
      reason: 'NO_REASON',
      items: [{ lineId: 'l1', quantity: 1 }],
      ...(isBroken(text) ? {} : { description: clip(text, 2000) }),
    };
    const preview = await look<{ confirmation: string }>(
      token,
      'query ($o: ID!, $d: String) { r: previewCase(orderId: $o, type: RETURN_REFUND, reason: NO_REASON, items: [{ lineId: "l1", quantity: 1 }], description: $d) { confirmation } }',
      { o: orderId, d: asked.description },
    );
    expect(await act(token, 'submitCase', { ...asked, confirmation: preview?.confirmation ?? 'none' })).toBe('DONE');
  }

  /** Every row of every entity, by the entity's name, as the database itself writes it. */
  async function rows(): Promise<readonly (readonly [string, string])[]> {
    const found: (readonly [string, string])[] = [];
    for (const entity of desk.server.desk.entities) {
      const answer = await (desk.server.database as Database).query<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM ${tableOf(entity).sql} t`,
      );
      for (const { row } of answer.rows) found.push([entity.name, row]);
    }
    return found;
  }

  test(
    'is well-formed after long runs of signs of several units, and none of them was cut into halves',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(runs(WHOLES), async (text) => visit(text)),
        { numRuns: 7, examples: LONG_RUNS, endOnFailure: true },
      );
      const all = await rows();
      expect(all.flatMap(([name, row]) => [...(HALF.exec(row) ?? [])].map((around) => [name, around]))).toEqual([]);
      const saying = new Set(all.filter(([, row]) => /[🎁𠮷]/u.test(row)).map(([name]) => name));
      expect([...saying]).toEqual(
        expect.arrayContaining([
          'AfterSalesCase',
          'Attachment',
          'Conversation',
          'Customer',
          'Message',
          'OrderRemark',
          'OrderWatch',
          'KnowledgeGap',
        ]),
      );
    },
  );

  test('is well-formed after halves of signs and NUL in every text', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(runs([...HALVES, 'x\0', '🎁']), async (text) => visit(text)),
      { numRuns: 4, examples: [['\ud83c'], [`A${'\udf81'.repeat(400)}`]], endOnFailure: true },
    );
    const broken = (await rows()).filter(([, row]) => [...textsIn(JSON.parse(row))].some(isBroken));
    expect(broken).toEqual([]);
    expect(desk.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
