/**
 * @module Plays the steps of a recorded case on the desk: look-ups as staff, changes as the order's customer – looked
 * at, confirmed and then made – or as staff where the shop knows no such order or customer.
 */
import type { RetailDesk } from './retail-desk.ts';
import type { Step, StoreFile } from './retail-case.ts';

/** What a step came to: done with what it found, or refused. */
export type Outcome = { readonly found?: unknown } | { readonly refused: string };

/** Codes by which the desk says no; anything else means that the desk does not work. */
const REFUSALS: readonly string[] = ['NOT_FOUND', 'POLICY_DENIED', 'VALIDATION_FAILED', 'REASON_REQUIRED'];

/** The desk said no. */
class Refused extends Error {}

interface Scene {
  readonly desk: RetailDesk;
  /** The store file the shop began with: it tells whose an order is. */
  readonly before: StoreFile;
  readonly index: number;
}

const text = ({ arguments: values }: Step, name: string): string => String(values[name] ?? '');
const list = ({ arguments: values }: Step, name: string): readonly string[] => [values[name] ?? []].flat();

type Answer = Readonly<Record<string, unknown>>;

async function ask({ desk }: Scene, token: string, query: string, variables: object): Promise<Answer> {
  const { data, errors } = await desk.gql(token, query, variables);
  const [error] = errors ?? [];
  if (error) return refuse(error.extensions?.code, error.message);
  const answer = (data?.['r'] ?? {}) as Answer;
  const { denied, ...done } = answer as { denied?: { code: string; message: string } | null };
  if (denied) return refuse(denied.code, denied.message);
  return (query.startsWith('mutation') ? Object.values(done)[0] : done) as Answer;
}

function refuse(code: string | undefined, message: string): never {
  if (code && REFUSALS.includes(code)) throw new Refused(`${code}: ${message}`);
  throw new Error(`${code ?? 'unknown'}: ${message}`);
}

const DENIED = 'denied { code message }';
const NAME = ['first_name', 'last_name', 'zip'] as const;

/** Look-ups by a member of staff; those by e-mail or name answer an id. */
const LOOK_UPS: Readonly<
  Record<string, { query: string; variables: (step: Step) => object; found: (answer: Answer) => unknown }>
> = {
  find_user_id_by_email: {
    query: 'query ($s: ID!, $email: String) { r: shopCustomer(storeId: $s, email: $email) { id } }',
    variables: (step) => ({ email: text(step, 'email') }),
    found: ({ id }) => id,
  },
  find_user_id_by_name_zip: {
    query:
      'query ($s: ID!, $given: String!, $family: String!, $zip: String!) { r: shopCustomers(storeId: $s, givenName: $given, familyName: $family, postalCode: $zip) { customers { id } } }',
    variables: (step) =>
      Object.fromEntries(['given', 'family', 'zip'].map((name, index) => [name, text(step, NAME[index] ?? '')])),
    found: ({ customers }) => (customers as { id: string }[])[0]?.id ?? refuse('NOT_FOUND', 'Nobody of that name.'),
  },
  get_user_details: {
    query:
      'query ($s: ID!, $id: ID) { r: shopCustomer(storeId: $s, id: $id) { id name email address { line1 } paymentMethods { id kind balance { amount } } } }',
    variables: (step) => ({ id: text(step, 'user_id') }),
    found: () => undefined,
  },
  get_order_details: {
    query:
      'query ($s: ID!, $id: ID!) { r: order(storeId: $s, orderId: $id) { id shopStatus lines { id variantId } amounts { total { amount } } } }',
    variables: (step) => ({ id: text(step, 'order_id') }),
    found: () => undefined,
  },
  get_product_details: {
    query:
      'query ($s: ID!, $id: ID!) { r: product(storeId: $s, productId: $id) { id title variants { id available price { amount } } } }',
    variables: (step) => ({ id: text(step, 'product_id') }),
    found: () => undefined,
  },
  get_item_details: {
    query:
      'query ($s: ID!, $id: ID!) { r: productVariant(storeId: $s, variantId: $id) { id available price { amount } } }',
    variables: (step) => ({ id: text(step, 'item_id') }),
    found: () => undefined,
  },
};

const addressOf = (step: Step) => ({
  line1: text(step, 'address1'),
  line2: text(step, 'address2'),
  city: text(step, 'city'),
  region: text(step, 'state'),
  postalCode: text(step, 'zip'),
  country: text(step, 'country'),
});

/** Who asks: the customer where the shop knows him, else staff, with a reason as staff need one. */
async function askerOf(scene: Scene, customerId: string | undefined): Promise<{ token: string; staff: boolean }> {
  if (customerId === undefined || !scene.before.users[customerId]) return { token: scene.desk.staff, staff: true };
  return { token: await scene.desk.customer(scene.index, customerId), staff: false };
}

/** Items are named by their variants, as often as the order holds them; the desk names lines. */
async function linesOf(scene: Scene, token: string, step: Step): Promise<string[]> {
  const query = 'query ($s: ID, $id: ID!) { r: order(storeId: $s, orderId: $id) { lines { id variantId } } }';
  const { lines } = (await ask(scene, token, query, {
    s: scene.desk.storeId(scene.index),
    id: text(step, 'order_id'),
  })) as { lines: { id: string; variantId: string }[] };
  const left = [...lines];
  return list(step, 'item_ids').map((variantId) => {
    const at = left.findIndex((line) => line.variantId === variantId);
    const [line] = left.splice(at, at < 0 ? 0 : 1);
    return line?.id ?? `none of ${variantId}`;
  });
}

/** Old lines beside new variants; what has no counterpart stays empty. */
async function swapsOf(scene: Scene, token: string, step: Step) {
  const lines = await linesOf(scene, token, step);
  const replacements = list(step, 'new_item_ids');
  return Array.from({ length: Math.max(lines.length, replacements.length) }, (_none, index) => ({
    lineId: lines[index] ?? '',
    newVariantId: replacements[index] ?? '',
  }));
}

type Asker = Awaited<ReturnType<typeof askerOf>>;

const REASON = 'asked for by the customer';

const ORDER_CHANGES: Readonly<Record<string, (scene: Scene, asker: Asker, step: Step) => Promise<object> | object>> = {
  cancel_pending_order: (_scene, _asker, step) => ({ change: 'CANCEL', reason: text(step, 'reason') }),
  modify_pending_order_address: (_scene, { staff }, step) => ({
    change: 'ADDRESS',
    address: addressOf(step),
    ...(staff ? { reason: REASON } : {}),
  }),
  modify_pending_order_payment: (_scene, { staff }, step) => ({
    change: 'PAYMENT',
    paymentMethodId: text(step, 'payment_method_id'),
    ...(staff ? { reason: REASON } : {}),
  }),
  modify_pending_order_items: async (scene, { token, staff }, step) => ({
    change: 'ITEMS',
    items: await swapsOf(scene, token, step),
    paymentMethodId: text(step, 'payment_method_id'),
    ...(staff ? { reason: REASON } : {}),
  }),
};

const PREVIEW_CHANGE = `query ($storeId: ID, $orderId: ID!, $change: OrderChange!, $reason: String, $address: ShopAddressInput, $paymentMethodId: ID, $items: [OrderChangeItemInput!]) {
  r: previewOrderChange(storeId: $storeId, orderId: $orderId, change: $change, reason: $reason, address: $address, paymentMethodId: $paymentMethodId, items: $items) { course confirmation effects { kind amount { amount } } }
}`;
const REQUEST_CHANGE = `mutation ($i: RequestOrderChangeInput!, $key: String) { r: requestOrderChange(input: $i, idempotencyKey: $key) { orderServiceRequest { id state refusal { en } } ${DENIED} } }`;

/** Looks, confirms and asks; answers when the shop has done it. */
async function changeOrder(scene: Scene, step: Step, key: string): Promise<void> {
  const orderId = text(step, 'order_id');
  const asker = await askerOf(scene, scene.before.orders[orderId]?.user_id);
  const wanted = {
    storeId: scene.desk.storeId(scene.index),
    orderId,
    ...(await ORDER_CHANGES[step.action]?.(scene, asker, step)),
  };
  const { course, confirmation } = await ask(scene, asker.token, PREVIEW_CHANGE, wanted);
  if (course !== 'DO') refuse('POLICY_DENIED', `The course is ${String(course)}.`);
  const asked = await ask(scene, asker.token, REQUEST_CHANGE, { i: { ...wanted, confirmation }, key });
  settled(await whenDone(scene, asker.token, REQUEST, asked, ({ state }) => state === 'ACCEPTED'));
}

const REQUEST = 'query ($id: ID!) { r: orderServiceRequest(id: $id) { id state refusal { en } } }';
const CASE = 'query ($id: ID!) { r: afterSalesCase(id: $id) { id state shopState shopRefusal { en } } }';
const PATIENCE_MS = 30_000;
const LOOK_MS = 100;

/** The desk answers at once where the shop is slow, and does the rest by itself: what it is then. */
async function whenDone(
  scene: Scene,
  token: string,
  query: string,
  asked: Answer,
  isOpen: (now: Answer) => boolean,
): Promise<Answer> {
  const until = Date.now() + PATIENCE_MS;
  let now = asked;
  while (isOpen(now) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    now = await ask(scene, token, query, { id: asked['id'] });
  }
  return now;
}

function settled({ state, refusal }: Answer): void {
  if (state === 'REJECTED') refuse('POLICY_DENIED', (refusal as { en: string } | null)?.en ?? 'The shop declined.');
  if (state !== 'DONE') throw new Error(`The request is ${String(state)}.`);
}

const PREVIEW_CASE = `query ($storeId: ID, $orderId: ID!, $type: CaseType!, $reason: CaseReason!, $items: [CaseItemInput!]!, $paymentMethodId: ID) {
  r: previewCase(storeId: $storeId, orderId: $orderId, type: $type, reason: $reason, items: $items, paymentMethodId: $paymentMethodId) { outcome explanation { en } confirmation refundAmount }
}`;
const SUBMIT_CASE = `mutation ($i: SubmitCaseInput!, $key: String) { r: submitCase(input: $i, idempotencyKey: $key) { afterSalesCase { id state shopState shopRefusal { en } } ${DENIED} } }`;

async function submitCase(scene: Scene, step: Step, key: string): Promise<void> {
  const orderId = text(step, 'order_id');
  const asker = await askerOf(scene, scene.before.orders[orderId]?.user_id);
  const swap = step.action === 'exchange_delivered_order_items';
  const items = swap
    ? await swapsOf(scene, asker.token, step)
    : (await linesOf(scene, asker.token, step)).map((lineId) => ({ lineId }));
  const kind = swap ? { type: 'EXCHANGE', reason: 'EXCHANGE' } : { type: 'RETURN_REFUND', reason: 'NO_REASON' };
  const wanted = {
    storeId: scene.desk.storeId(scene.index),
    orderId,
    ...kind,
    items,
    paymentMethodId: text(step, 'payment_method_id'),
  };
  const { outcome, explanation, confirmation } = await ask(scene, asker.token, PREVIEW_CASE, wanted);
  if (outcome === 'DENY') refuse('POLICY_DENIED', (explanation as { en: string }).en);
  const asked = await ask(scene, asker.token, SUBMIT_CASE, { i: { ...wanted, confirmation }, key });
  const isOpen = (now: Answer) => now['shopState'] === 'PENDING' || now['shopState'] === 'AWAY';
  const { state, shopState, shopRefusal } = await whenDone(scene, asker.token, CASE, asked, isOpen);
  if (shopState === 'REFUSED')
    refuse('POLICY_DENIED', (shopRefusal as { en: string } | null)?.en ?? 'The shop declined.');
  if (shopState !== 'DONE') throw new Error(`The case is ${String(state)}, the shop ${String(shopState)}.`);
}

const CHANGE_ADDRESS = `mutation ($i: ChangeDefaultAddressInput!, $key: String) { r: changeDefaultAddress(input: $i, idempotencyKey: $key) { orderServiceRequest { id state refusal { en } } ${DENIED} } }`;

async function changeDefaultAddress(scene: Scene, step: Step, key: string): Promise<void> {
  const customerId = text(step, 'user_id');
  const { token, staff } = await askerOf(scene, customerId);
  const input = {
    storeId: scene.desk.storeId(scene.index),
    shopCustomerId: customerId,
    address: addressOf(step),
    ...(staff ? { reason: REASON } : {}),
  };
  const asked = await ask(scene, token, CHANGE_ADDRESS, { i: input, key });
  settled(await whenDone(scene, token, REQUEST, asked, ({ state }) => state === 'ACCEPTED'));
}

async function act(scene: Scene, step: Step, key: string): Promise<unknown> {
  const lookUp = LOOK_UPS[step.action];
  if (lookUp)
    return lookUp.found(
      await ask(scene, scene.desk.staff, lookUp.query, {
        s: scene.desk.storeId(scene.index),
        ...lookUp.variables(step),
      }),
    );
  if (ORDER_CHANGES[step.action]) return changeOrder(scene, step, key);
  if (step.action === 'modify_user_address') return changeDefaultAddress(scene, step, key);
  if (step.action === 'return_delivered_order_items' || step.action === 'exchange_delivered_order_items')
    return submitCase(scene, step, key);
  throw new Error(`Unknown action ${step.action}.`);
}

/** One step. Throws where the desk neither did nor refused it. */
export async function play(scene: Scene, step: Step, key: string): Promise<Outcome> {
  try {
    return { found: await act(scene, step, key) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}
