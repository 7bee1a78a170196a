/**
 * @module The pages of the shop and what their forms do.
 */
import { randomUUID } from 'node:crypto';
import { ShopError, type ShopCustomer, type ShopVariant } from '@shopdesk/core';
import type { Backend } from './backend.ts';
import { isCategory } from './categories.ts';
import type { Duty } from './colleague/duty.ts';
import { signIdentity, type IdentityKey } from './embed.ts';
import { route, type Route, type Visit } from './http.ts';
import { productName } from './pages/names.ts';
import { orderPage } from './pages/order-page.ts';
import { ordersPage } from './pages/orders-page.ts';
import { orderPath, visitorOf, type Desk, type Visitor } from './pages/page.ts';
import { notFoundPage, problemPage } from './pages/problem-page.ts';
import { productPage } from './pages/product-page.ts';
import { productsPage } from './pages/products-page.ts';
import { signInPage } from './pages/sign-in-page.ts';
import { isLocale } from './pages/texts.ts';
import { cookieOf, isSameOrigin, localPath, localeOf, page, redirect, setCookie } from './web.ts';

const SESSION = 'shop_session';
const LOCALE = 'shop_locale';
const WEEK = 7 * 86_400;
const SIGN_IN_PAGE = 20;
const ORDERS_PAGE = 10;

export interface FrontOptions {
  readonly backend: Backend;
  readonly desk: Desk;
  readonly identityKey: IdentityKey;
  readonly now: () => Date;
  /** Of the demo's scripted colleague. */
  readonly duty?: Duty | undefined;
}

const text = (value: string | null | undefined): string => (value ?? '').slice(0, 200);
const pageNumber = (value: string | null): number => Math.min(10_000, Math.max(1, Math.trunc(Number(value)) || 1));

class Front {
  readonly #options: FrontOptions;

  constructor(options: FrontOptions) {
    this.#options = options;
  }

  #customerOf(request: Request): ShopCustomer | undefined {
    const { sessions, customers } = this.#options.backend;
    const id = sessions.customerIdOf(cookieOf(request, SESSION) ?? '');
    return id === undefined ? undefined : customers.customer(id);
  }

  visitor({ request, url }: Pick<Visit, 'request' | 'url'>): Visitor {
    return visitorOf({
      locale: localeOf(request, cookieOf(request, LOCALE)),
      customer: this.#customerOf(request),
      here: request.method === 'POST' ? '/' : url.pathname + url.search,
      desk: this.#options.desk,
      colleagueOnDuty: this.#options.duty?.onDuty,
    });
  }

  #page(visit: Visit, render: (visitor: Visitor) => Parameters<typeof page>[1], status = 200): Response {
    return page(this.#options.desk, render(this.visitor(visit)), status);
  }

  #products(visit: Visit): Response {
    const { searchParams } = visit.url;
    const search = text(searchParams.get('q')).trim();
    const shelf = searchParams.get('category') ?? '';
    const category = isCategory(shelf) ? shelf : undefined;
    return this.#page(visit, (visitor) => {
      const also = (title: string) => productName('zh-CN', title);
      const products = this.#options.backend.products.list({ text: search, also, ...(category ? { category } : {}) });
      return productsPage(visitor, { products, text: search, category, page: pageNumber(searchParams.get('page')) });
    });
  }

  #product(visit: Visit): Response {
    const product = this.#options.backend.products.product(visit.params['id'] ?? '');
    const wanted = visit.url.searchParams.get('variant');
    const variant =
      product.variants.find(({ id }) => id === wanted) ??
      product.variants.find(({ available }) => available) ??
      product.variants[0];
    if (!variant) throw new ShopError('NOT_FOUND', 'Variant not found');
    return this.#page(visit, (visitor) => productPage(visitor, { product, variant, purchaseKey: randomUUID() }));
  }

  async #buy(visit: Visit): Promise<Response> {
    const customer = this.#customerOf(visit.request);
    if (!customer) return redirect('/sign-in');
    const form = await visit.request.formData();
    const field = (name: string) => text(form.get(name)?.toString());
    const order = this.#options.backend.buy({
      customerId: customer.id,
      variantId: field('variant'),
      quantity: field('quantity'),
      paymentMethodId: field('method'),
      idempotencyKey: field('key'),
    });
    return redirect(orderPath(order.id));
  }

  #signInList(visit: Visit): Response {
    const { searchParams } = visit.url;
    const search = text(searchParams.get('q'));
    const number = pageNumber(searchParams.get('page'));
    const found = this.#options.backend.customers.search(search, SIGN_IN_PAGE, (number - 1) * SIGN_IN_PAGE);
    const back = localPath(searchParams.get('back'));
    return this.#page(visit, (visitor) =>
      signInPage(visitor, { ...found, text: search, page: number, pageSize: SIGN_IN_PAGE, back }),
    );
  }

  async #signIn({ request }: Visit): Promise<Response> {
    const form = await request.formData();
    const { customers, sessions } = this.#options.backend;
    const customer = customers.customer(text(form.get('customer')?.toString()));
    sessions.close(cookieOf(request, SESSION) ?? '');
    const token = sessions.open(customer.id);
    return redirect(localPath(form.get('back')?.toString()), setCookie(SESSION, token, WEEK));
  }

  #signOut({ request }: Visit): Response {
    this.#options.backend.sessions.close(cookieOf(request, SESSION) ?? '');
    return redirect('/', setCookie(SESSION, '', 0));
  }

  #orders(visit: Visit): Response {
    const customer = this.#customerOf(visit.request);
    if (!customer) return redirect('/sign-in?back=/orders');
    const after = visit.url.searchParams.get('after') ?? undefined;
    const list = this.#options.backend.orders.ofCustomer(customer.id, { first: ORDERS_PAGE, after });
    return this.#page(visit, (visitor) => ordersPage(visitor, customer, { page: list, first: after === undefined }));
  }

  #order(visit: Visit): Response {
    const customer = this.#customerOf(visit.request);
    if (!customer) return redirect(`/sign-in?back=${encodeURIComponent(visit.url.pathname)}`);
    const { orders, products } = this.#options.backend;
    const order = orders.order(visit.params['id'] ?? '');
    if (order.customerId !== customer.id) throw new ShopError('NOT_FOUND', 'Order not found');
    const fresh = order.returns.flatMap(({ lines }) =>
      lines.flatMap(({ newVariantId }) => (newVariantId === undefined ? [] : [newVariantId])),
    );
    const replacements = new Map(fresh.map((id): [string, ShopVariant] => [id, products.variant(id)]));
    return this.#page(visit, (visitor) => orderPage(visitor, { order, customer, replacements }));
  }

  async #moveOn(visit: Visit): Promise<Response> {
    const customer = this.#customerOf(visit.request);
    if (!customer) return redirect('/sign-in');
    const { orders, moveOn } = this.#options.backend;
    const order = orders.order(visit.params['id'] ?? '');
    if (order.customerId !== customer.id) throw new ShopError('NOT_FOUND', 'Order not found');
    moveOn(order.id, text((await visit.request.formData()).get('move')?.toString()));
    return redirect(orderPath(order.id));
  }

  async #identity(visit: Visit): Promise<Response> {
    const { desk, identityKey, now } = this.#options;
    const headers = { 'cache-control': 'no-store' };
    // Another site must not read who is signed in here.
    if (!isSameOrigin(visit.request)) return Response.json({ error: 'FORBIDDEN' }, { status: 403, headers });
    const { customer, locale } = this.visitor(visit);
    if (!customer) return Response.json({ error: 'UNAUTHENTICATED' }, { status: 401, headers });
    const { id, name, email } = customer;
    return Response.json(
      { token: await signIdentity(identityKey, desk.storeKey, { id, name, email, locale }, now()) },
      { headers },
    );
  }

  #language({ params, url }: Visit): Response {
    const locale = params['locale'] ?? '';
    if (!isLocale(locale)) throw new ShopError('NOT_FOUND', 'Language not found');
    return redirect(localPath(url.searchParams.get('back')), setCookie(LOCALE, locale, 52 * WEEK));
  }

  /** Puts the scripted colleague on duty or off; one who owes somebody a word stays, as the desk demands. */
  async #colleague({ request }: Visit): Promise<Response> {
    const form = await request.formData();
    const back = localPath(form.get('back')?.toString());
    await this.#options.duty?.set(form.get('on') === 'yes').catch(() => undefined);
    return redirect(back);
  }

  routes(): readonly Route[] {
    return [
      { method: 'GET', path: '/', handle: (visit) => this.#products(visit) },
      { method: 'GET', path: '/products/:id', handle: (visit) => this.#product(visit) },
      { method: 'POST', path: '/buy', handle: (visit) => this.#buy(visit) },
      { method: 'GET', path: '/sign-in', handle: (visit) => this.#signInList(visit) },
      { method: 'POST', path: '/sign-in', handle: (visit) => this.#signIn(visit) },
      { method: 'POST', path: '/sign-out', handle: (visit) => this.#signOut(visit) },
      { method: 'GET', path: '/orders', handle: (visit) => this.#orders(visit) },
      { method: 'GET', path: '/orders/:id', handle: (visit) => this.#order(visit) },
      { method: 'POST', path: '/orders/:id/move', handle: (visit) => this.#moveOn(visit) },
      { method: 'POST', path: '/colleague', handle: (visit) => this.#colleague(visit) },
      { method: 'GET', path: '/desk-identity', handle: (visit) => this.#identity(visit) },
      { method: 'GET', path: '/language/:locale', handle: (visit) => this.#language(visit) },
    ];
  }
}

/** Answers every request to the shop's pages. */
export function shopFront(options: FrontOptions): (request: Request) => Promise<Response> {
  const front = new Front(options);
  const routes = front.routes();
  return async (request) => {
    const url = new URL(request.url);
    if (request.method === 'POST' && !isSameOrigin(request)) return new Response('Forbidden', { status: 403 });
    try {
      const answer = await route(routes, request);
      if (answer) return answer;
    } catch (error) {
      if (!(error instanceof ShopError)) throw error;
      const visitor = front.visitor({ request, url });
      if (error.code !== 'NOT_FOUND') {
        const back = localPath(new URL(request.headers.get('referer') ?? '/', url).pathname);
        return page(options.desk, problemPage(visitor, error, back), error.code === 'REFUSED' ? 409 : 400);
      }
    }
    return page(options.desk, notFoundPage(front.visitor({ request, url })), 404);
  };
}
