/**
 * @module The contract of a kind of shop that people connect by themselves: what they read, where their secrets go, and
 * that every trouble with the shop is told as what it is. What the shop can do is proven by `shopContract`.
 */
import { CallError, faultOf, type CallFault } from '../ports/call-fault.ts';
import type { ShopAdapter, ShopFetch } from '../ports/shop-adapter.ts';
import { ShopError, type Shop } from '../ports/shop.ts';
import { readSettings } from '../features/shop-connections/settings.ts';
import type { ContractCase } from './contract.ts';
import { testConnector } from './test-connector.ts';

/** An answer of a shop, before it is one of the platform’s. */
export interface RawAnswer {
  readonly status?: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AdapterUnderTest {
  readonly adapter: ShopAdapter;
  /** Valid settings, as somebody would type them. */
  readonly settings: Readonly<Record<string, string>>;
  /** What such a shop answers to wrong access details. @defaultValue 401 without words */
  readonly unauthorised?: RawAnswer;
}

interface Platform {
  readonly Response: new (body: string, init: { status: number; headers: Readonly<Record<string, string>> }) => object;
}
const platform = globalThis as unknown as Platform;

const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };
const NONSENSE: readonly RawAnswer[] = [
  { body: '<!doctype html><title>Hello</title>', headers: HTML },
  { body: '' },
  { body: 'null', headers: JSON_TYPE },
  { body: '[]', headers: JSON_TYPE },
  { body: '{"hello":"world"}', headers: JSON_TYPE },
  { body: '{"data":null}', headers: JSON_TYPE },
  { status: 404, body: 'Not found' },
];

/** A connection whose calls are answered here, and the addresses that it has called. */
function connected({ adapter, settings }: AdapterUnderTest, answer: () => RawAnswer) {
  const called: string[] = [];
  const fetch = async (address: unknown): Promise<object> => {
    called.push(String(address));
    const { status = 200, body, headers = {} } = answer();
    return new platform.Response(body, { status, headers });
  };
  return { shop: adapter.connect(settings, { fetch: fetch as unknown as ShopFetch }), called };
}

/** Asks a product, a customer and an order; answers what came of each. */
async function troubles(shop: Shop): Promise<unknown[]> {
  const asked = [
    shop.searchProducts({ text: '', first: 1 }),
    shop.customerByEmail('contract@shopdesk.invalid'),
    shop.order('contract'),
  ];
  return (await Promise.allSettled(asked)).map((one) => (one.status === 'rejected' ? one.reason : undefined));
}

function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

async function insistOn(subject: AdapterUnderTest, fault: CallFault, answer: () => RawAnswer): Promise<void> {
  for (const error of await troubles(connected(subject, answer).shop)) {
    const unavailable = error instanceof ShopError && error.code === 'UNAVAILABLE';
    insist(unavailable, `Expected ShopError UNAVAILABLE, and got ${String(error)}`);
    insist(faultOf(error) === fault, `Expected the fault ${fault}, and got ${faultOf(error)} (${String(error)})`);
  }
}

/** All texts of an error and of what it was caused by. */
function textsOf(error: unknown): string {
  const texts: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause)
    texts.push(current.message, current.stack ?? '', JSON.stringify(current));
  return texts.join('\n');
}

/**
 * The cases that every kind of shop passes.
 * @example
 * ```ts
 * for (const { title, run } of shopAdapterContract({ adapter: myKind, settings })) test(title, run);
 * ```
 */
export function shopAdapterContract(subject: AdapterUnderTest): readonly ContractCase[] {
  const { adapter, settings, unauthorised = { status: 401, body: '' } } = subject;
  const secrets = Object.entries(adapter.settings).flatMap(([name, { kind }]) =>
    kind === 'SECRET' && settings[name] ? [settings[name]] : [],
  );
  const fails = (error: CallError) => () => {
    throw error;
  };
  return [
    {
      title: 'takes the settings that somebody types',
      run: async () => {
        const given = new Map(Object.entries(settings));
        const { problems } = readSettings(adapter, given, { connector: testConnector(), former: undefined });
        insist(problems.length === 0, JSON.stringify(problems));
      },
    },
    {
      title: 'asks nothing while it is connected',
      run: async () => {
        const { called } = connected(subject, () => ({ body: '{}' }));
        await Promise.resolve();
        insist(called.length === 0, `Called ${called.join(', ')}`);
      },
    },
    {
      title: 'calls by what it is given, and nobody but the addresses of its settings',
      run: async () => {
        const addresses = Object.entries(adapter.settings).flatMap(([name, { kind }]) =>
          kind === 'ADDRESS' && settings[name] ? [`${settings[name].replace(/\/+$/, '')}/`] : [],
        );
        const { shop, called } = connected(subject, () => ({ status: 500, body: '' }));
        await troubles(shop);
        insist(called.length > 0, 'Nothing was called');
        for (const one of called)
          insist(
            addresses.some((address) => `${one}/`.startsWith(address)),
            `Called ${one}`,
          );
      },
    },
    {
      title: 'tells that something else answers',
      run: async () => {
        for (const answer of NONSENSE) await insistOn(subject, 'NOT_UNDERSTOOD', () => answer);
      },
    },
    {
      title: 'tells that the access details are wrong',
      run: async () => {
        // What a shop tells everybody, such as its products, needs no access details.
        const told = await troubles(connected(subject, () => unauthorised).shop);
        insist(
          told.some((error) => faultOf(error) === 'UNAUTHORISED'),
          `Expected the fault UNAUTHORISED, and got ${told.map(faultOf).join(', ')}`,
        );
      },
    },
    {
      title: 'tells an error of the shop, and that it is asked too often',
      run: async () => {
        await insistOn(subject, 'FAILED', () => ({ status: 503, body: 'Service unavailable' }));
        await insistOn(subject, 'TOO_OFTEN', () => ({ status: 429, body: 'Too many requests' }));
      },
    },
    ...(['ADDRESS_REFUSED', 'REDIRECTED', 'TOO_LARGE'] as const).map((fault) => ({
      title: `tells ${fault} as the desk’s sender has told it`,
      run: () => insistOn(subject, fault, fails(new CallError(fault, 'told by the sender'))),
    })),
    {
      title: 'says no secret in its errors',
      run: async () => {
        for (const answer of [...NONSENSE, unauthorised, { status: 500, body: '' }])
          for (const error of await troubles(connected(subject, () => answer).shop))
            for (const secret of secrets) insist(!textsOf(error).includes(secret), 'A secret stands in an error');
      },
    },
  ];
}
