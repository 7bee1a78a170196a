/**
 * @module The pages of the chat window, each with the way to it: what comes before, and the last step, during which the
 * desk may answer late or not at all. What a page cannot show it says itself.
 */
import { picture } from '../e2e/support/pictures.ts';
import type { SelfService } from '../e2e/support/self-service.ts';
import type { Shopper } from '../e2e/support/shopper.ts';
import { StaffApi } from '../e2e/support/staff-api.ts';
import type { Demo } from '../e2e/support/demo.ts';
import type { Locale } from '../e2e/support/words.ts';
import { STATES, type BookPage, type State } from './plan.ts';

/** Somebody of the shop with an order in every state, for each language. */
export const CUSTOMERS: Readonly<
  Record<Locale, { readonly id: string; readonly sent: string; readonly paid: string; readonly arrived: string }>
> = {
  en: { id: 'liam_thomas_7882', sent: '#W6231698', paid: '#W1654931', arrived: '#W6397299' },
  'zh-CN': { id: 'emma_santos_9753', sent: '#W8160318', paid: '#W1620235', arrived: '#W3113816' },
};

/** Who chats: whatever they leave behind is not seen by the others. */
export const SERVED: typeof CUSTOMERS = {
  en: { ...CUSTOMERS.en, id: 'ivan_santos_6635' },
  'zh-CN': { ...CUSTOMERS['zh-CN'], id: 'chen_silva_7485' },
};

const SAID = {
  en: {
    ask: 'Do your steel water bottles keep tea warm?',
    answer: 'Yes, for about six hours. The glass ones do not.',
    word: 'return',
    quality: 'It is faulty',
    refund: 'Return and refund',
    mistake: /mistake/i,
  },
  'zh-CN': {
    ask: '你们的不锈钢水杯能保温多久？',
    answer: '大约六小时，玻璃杯不保温。',
    word: '退货',
    quality: '商品有质量问题',
    refund: '退货退款',
    mistake: /误拍|误下|错/,
  },
} as const;

/** Who stands before the window, and what they have of it. */
export interface Visit {
  readonly demo: Demo;
  readonly locale: Locale;
  readonly shopper: Shopper;
  readonly service: SelfService;
  /** As whom they came: a customer whom the shop has signed, or nobody. */
  readonly customer: (typeof CUSTOMERS)[Locale] | undefined;
}

export interface WindowPage extends BookPage {
  /** Somebody of the staff is there. */
  readonly served: boolean;
  readonly before: (visit: Visit) => Promise<void>;
  /** The step that asks the desk; it does not wait for an answer. */
  readonly open: (visit: Visit) => Promise<void>;
  /** Puts away what the others are not to find. */
  readonly after?: (visit: Visit) => Promise<void>;
  /** What is there once it is full. */
  readonly full: string;
}

const DETAIL = 'It is a detail of a page that has this state.';
const NOTHING_TO_LOAD = 'It asks the desk nothing.';
const ALWAYS_SOMETHING = 'It is there only with something in it.';
/** A page that owes no more than these. */
const only = (states: readonly State[], why: string): Partial<Record<State, string>> =>
  Object.fromEntries(STATES.filter((state) => !states.includes(state)).map((state) => [state, why]));

const openWindow = ({ shopper }: Visit): Promise<void> => shopper.launcher.click();
/** Who has a conversation that is open begins there. */
const openHome = async (visit: Visit): Promise<void> => {
  await openWindow(visit);
  const { chat } = visit.shopper;
  const first = chat.locator('desk-home .ways button').first();
  await first.or(chat.locator('desk-timeline')).first().waitFor();
  if (!(await first.isVisible())) await visit.service.toHome();
  await first.waitFor();
};
const toChat = async (visit: Visit): Promise<void> => {
  await openHome(visit);
  await visit.shopper.toChat();
};
const nothing = async (): Promise<void> => {};
/** Of the page below the window, as the shop's own buttons do it. */
const openOrder =
  (which: 'sent' | 'paid' | 'arrived') =>
  async ({ shopper, customer }: Visit): Promise<void> =>
    shopper.page.evaluate(
      (id) =>
        void (globalThis as unknown as { Shopdesk: (command: string, id: string) => void }).Shopdesk('openOrder', id),
      customer?.[which] ?? '#W0000000',
    );
const seenOrder =
  (which: 'sent' | 'paid' | 'arrived') =>
  async (visit: Visit): Promise<void> => {
    await openOrder(which)(visit);
    await visit.service.view.locator('desk-order-page button').first().waitFor();
  };

/** Somebody of the demo's staff, there or not. */
async function presence(visit: Visit, as: 'ONLINE' | 'OFFLINE'): Promise<StaffApi> {
  const agent = await StaffApi.signIn(visit.demo, 'aa');
  await agent.perform('setPresence', { id: agent.userId, presence: as });
  return agent;
}

async function chatted(visit: Visit): Promise<{ agent: StaffApi; id: string }> {
  const { shopper, locale } = visit;
  const agent = await presence(visit, 'ONLINE');
  await toChat(visit);
  await shopper.send(SAID[locale].ask);
  await shopper.seesTick('sent');
  const id = await agent.newestConversation();
  await agent.perform('takeConversation', { id });
  await agent.perform('sendMessage', {
    conversationId: id,
    clientMsgId: `picture-${id}`,
    text: SAID[locale].answer,
  });
  await shopper.sees(SAID[locale].answer);
  return { agent, id };
}

/** Ends the conversation that was begun last, whosever it is. */
async function settle({ demo }: Visit): Promise<void> {
  const agent = await StaffApi.signIn(demo, 'aa');
  const id = await agent.newestConversation();
  await agent.perform('takeConversation', { id }).catch(() => undefined);
  await agent
    .perform('closeConversation', { id, intent: 'OTHER', result: 'SOLVED', reason: 'Answered' })
    .catch(() => undefined);
}

async function returned(visit: Visit): Promise<void> {
  const { service, locale } = visit;
  await solutions(visit);
  await service.choose(SAID[locale].refund);
  await service.press(service.words.next);
  await service.view.getByRole('button', { name: service.words.flow.submit, exact: true }).waitFor();
}

async function reasons(visit: Visit): Promise<void> {
  const { service } = visit;
  await seenOrder('arrived')(visit);
  await service.press(service.words.orders.afterSales);
  await service.view.getByRole('checkbox').first().check();
  await service.press(service.words.next);
  await service.view.getByRole('radio').first().waitFor();
}

async function solutions(visit: Visit): Promise<void> {
  const { service, locale } = visit;
  await reasons(visit);
  await service.choose(SAID[locale].quality);
  await service.addPhoto(picture('damage.png', [196, 120, 60]));
  await service.press(service.words.next);
  await service.sees(service.words.flow.step(3, 4));
}

const toCases = async (visit: Visit): Promise<void> => {
  const { service } = visit;
  await openHome(visit);
  await service.lastOrder.getByRole('button', { name: service.words.orders.all, exact: true }).click();
  await service.view.getByRole('button', { name: service.words.orders.cases }).waitFor();
};

/** A request of theirs, asked for once. */
async function withCase(visit: Visit): Promise<void> {
  const { service } = visit;
  await toCases(visit);
  await service.press(service.words.orders.cases);
  const first = service.view.locator('desk-my-cases li button').first();
  const none = service.view.getByText(service.words.cases.empty);
  await first.or(none).waitFor();
  if (await none.isVisible()) {
    await returned(visit);
    await service.press(service.words.flow.submit);
    await service.view.getByRole('button', { name: service.words.flow.follow }).waitFor();
  }
  await visit.shopper.page.reload();
  await visit.shopper.launcher.waitFor();
  if (!(await visit.shopper.chat.isVisible())) await openWindow(visit);
  await service.toHome();
  await service.lastOrder.getByRole('button', { name: service.words.orders.all, exact: true }).click();
  await service.view.getByRole('button', { name: service.words.orders.cases }).waitFor();
}

const page = (
  name: string,
  [title, titleZh]: readonly [string, string],
  rest: Partial<WindowPage> & Pick<WindowPage, 'before' | 'open' | 'full'>,
): WindowPage => ({ name: `window-${name}`, title, titleZh, served: false, lacks: {}, ...rest });

export const windowPages: readonly WindowPage[] = [
  page('home', ['Window · first view', '聊天窗口 · 首页'], {
    before: nothing,
    open: openWindow,
    full: 'desk-home .ways button',
  }),
  page('offline', ['Window · a message while nobody is there', '聊天窗口 · 离线留言'], {
    before: openHome,
    open: async ({ shopper }) => shopper.toChat(),
    full: 'desk-offline',
    lacks: only(['full', 'empty'], DETAIL),
  }),
  page('help', ['Window · help', '聊天窗口 · 常见问题'], {
    before: openHome,
    open: async ({ shopper }) =>
      shopper.chat.locator('desk-home').getByRole('button', { name: shopper.words.chat.tool.help }).click(),
    full: 'desk-help li button',
    lacks: only(['full', 'empty', 'loading', 'error'], 'Everybody may read it.'),
  }),
  page('article', ['Window · an article', '聊天窗口 · 文章'], {
    before: async (visit) => {
      await openHome(visit);
      const { chat, words } = visit.shopper;
      await chat.locator('desk-home').getByRole('button', { name: words.chat.tool.help }).click();
      await chat.locator('desk-help li button').first().waitFor();
    },
    open: async ({ shopper }) => shopper.chat.locator('desk-help li button').first().click(),
    full: 'desk-help h3',
    lacks: only(['full', 'error'], DETAIL),
  }),
  page('orders', ['Window · my orders', '聊天窗口 · 我的订单'], {
    before: openHome,
    open: async ({ shopper }) =>
      shopper.page.evaluate(
        () =>
          void document
            .querySelector('desk-widget')
            ?.shadowRoot?.querySelector('desk-chat')
            ?.shadowRoot?.querySelector('.panel')
            ?.dispatchEvent(
              new CustomEvent('desk-go', { detail: { page: { name: 'orders' } }, bubbles: true, composed: true }),
            ),
      ),
    full: 'desk-my-orders li button',
  }),
  page('order', ['Window · an order on its way', '聊天窗口 · 运输中的订单'], {
    before: openHome,
    open: openOrder('sent'),
    full: 'desk-order-page button',
  }),
  page('order-paid', ['Window · an order before dispatch', '聊天窗口 · 待发货的订单'], {
    before: openHome,
    open: openOrder('paid'),
    full: 'desk-order-page button',
    lacks: only(['full'], DETAIL),
  }),
  page('cancel', ['Window · cancel an order', '聊天窗口 · 取消订单'], {
    before: seenOrder('paid'),
    open: ({ service }) => service.press(service.words.change.titles.CANCEL),
    full: 'desk-order-change [type=radio]',
    lacks: only(['full', 'loading', 'error'], DETAIL),
  }),
  page('cancel-check', ['Window · what cancelling gives back', '聊天窗口 · 取消订单预览'], {
    before: async (visit) => {
      const { service } = visit;
      await seenOrder('paid')(visit);
      await service.press(service.words.change.titles.CANCEL);
      await service.view.getByRole('radio', { name: SAID[visit.locale].mistake }).check();
    },
    open: ({ service }) => service.press(service.words.change.preview),
    full: 'desk-order-change strong',
    lacks: only(['full', 'error'], DETAIL),
  }),
  page('address', ['Window · change the address', '聊天窗口 · 修改地址'], {
    before: seenOrder('paid'),
    open: ({ service }) => service.press(service.words.change.titles.ADDRESS),
    full: 'desk-order-change input',
    lacks: only(['full'], DETAIL),
  }),
  page('return-items', ['Window · return, 1 of 4', '聊天窗口 · 退换修 第 1 步'], {
    before: seenOrder('arrived'),
    open: ({ service }) => service.press(service.words.orders.afterSales),
    full: 'desk-case-flow [type=checkbox]',
    lacks: only(['full', 'loading', 'error'], DETAIL),
  }),
  page('return-reason', ['Window · return, 2 of 4', '聊天窗口 · 退换修 第 2 步'], {
    before: nothing,
    open: reasons,
    full: 'desk-case-flow [type=radio]',
    lacks: only(['full'], NOTHING_TO_LOAD),
  }),
  page('return-solution', ['Window · return, 3 of 4', '聊天窗口 · 退换修 第 3 步'], {
    before: async (visit) => {
      await reasons(visit);
      await visit.service.choose(SAID[visit.locale].quality);
      await visit.service.addPhoto(picture('damage.png', [196, 120, 60]));
    },
    open: ({ service }) => service.press(service.words.next),
    full: 'desk-case-flow [type=radio]',
    lacks: only(['full', 'loading', 'error'], ALWAYS_SOMETHING),
  }),
  page('return-check', ['Window · return, 4 of 4', '聊天窗口 · 退换修 第 4 步'], {
    before: async (visit) => {
      await solutions(visit);
      await visit.service.choose(SAID[visit.locale].refund);
    },
    open: ({ service }) => service.press(service.words.next),
    full: 'desk-case-flow .button',
    lacks: only(['full', 'loading', 'error'], ALWAYS_SOMETHING),
  }),
  page('cases', ['Window · returns and repairs', '聊天窗口 · 我的售后'], {
    before: async (visit) => (visit.customer ? withCase(visit) : nothing()),
    open: ({ service }) => service.press(service.words.orders.cases),
    full: 'desk-my-cases li button',
    lacks: only(['full', 'loading', 'error'], DETAIL),
  }),
  page('case', ['Window · a request', '聊天窗口 · 售后单'], {
    before: async (visit) => {
      const { service } = visit;
      await withCase(visit);
      await service.press(service.words.orders.cases);
      await service.view.locator('desk-my-cases li button').first().waitFor();
    },
    open: async ({ service }) => service.view.locator('desk-my-cases li button').first().click(),
    full: 'desk-case-page h3',
    lacks: only(['full', 'loading', 'error'], DETAIL),
  }),
  page('home-served', ['Window · first view, somebody is there', '聊天窗口 · 首页（客服在线）'], {
    served: true,
    before: async (visit) => void (await presence(visit, 'ONLINE')),
    open: openWindow,
    full: 'desk-home .hero.here',
    lacks: only(['full'], DETAIL),
  }),
  page('queue', ['Window · waiting', '聊天窗口 · 排队'], {
    served: true,
    before: async (visit) => {
      await presence(visit, 'ONLINE');
      await toChat(visit);
    },
    open: ({ shopper, locale }) => shopper.send(SAID[locale].ask),
    after: settle,
    full: 'desk-queue',
    lacks: only(['full', 'error'], ALWAYS_SOMETHING),
  }),
  page('chat', ['Window · a conversation', '聊天窗口 · 会话'], {
    served: true,
    before: async (visit) => void (await chatted(visit)),
    open: async (visit) => {
      await visit.shopper.page.reload();
      await visit.shopper.launcher.waitFor();
      if ((await visit.shopper.launcher.getAttribute('aria-expanded')) === 'false') await openWindow(visit);
    },
    after: settle,
    full: 'desk-bubble:not([mine])',
    lacks: only(
      ['full', 'loading', 'error'],
      'A conversation begins with a message; before it there is the first view.',
    ),
  }),
  page('rating', ['Window · rating', '聊天窗口 · 评价'], {
    served: true,
    before: nothing,
    open: async (visit) => {
      const { agent, id } = await chatted(visit);
      await agent.perform('closeConversation', { id, intent: 'OTHER', result: 'SOLVED', reason: 'Answered' });
    },
    full: 'desk-rating [type=radio]',
    lacks: only(['full'], ALWAYS_SOMETHING),
  }),
  page('history', ['Window · earlier conversations', '聊天窗口 · 历史会话'], {
    served: true,
    before: openHome,
    open: async ({ shopper }) => shopper.chat.getByRole('button', { name: shopper.words.chat.panel.history }).click(),
    full: 'desk-history button',
    lacks: only(['full', 'empty', 'loading', 'error'], DETAIL),
  }),
];
