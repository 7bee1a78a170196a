/**
 * @module The steps of the first hour. Each is derived from rows that are there anyway, so its tick turns by itself. A
 * feature adds one of its own by answering {@link setupSteps}.
 */
import type { z } from 'zod';
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import { DEFAULT_HOURS, DEFAULT_LOOK, LocalText, User, type Store } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { sightingsOf } from './sightings.ts';

/** One step of the first hour of a store. */
export interface SetupStep {
  readonly code: string;
  /** Its place among the steps, lowest first; ours are 10, 20, 30 … */
  readonly order: number;
  readonly title: z.output<typeof LocalText>;
  /** One sentence: what it is good for. */
  readonly text: z.output<typeof LocalText>;
  readonly done: boolean;
  /** The page of the panel where it is done, such as `/stores/42/hours`. */
  readonly path: string;
  /** What the desk begins with will do for many: then somebody may say so, and it counts as done. */
  readonly mayKeep?: boolean;
}

export interface SetupQuestion {
  readonly store: RowOf<typeof Store>;
}

/** Asks every feature for its steps in the first hour of a store. */
export const setupSteps = point<SetupQuestion, readonly SetupStep[]>('setup.steps');

/** A database may keep the fields of an object in another order, so they are read by their names. */
const hoursSaid = (hours: RowOf<typeof Store>['serviceHours']): string =>
  hours
    .map(({ weekday, from, to }) => `${weekday} ${from} ${to}`)
    .toSorted()
    .join();
const lookSaid = ({ colour, position, title, greeting, offlineText }: RowOf<typeof Store>['look']): string =>
  [colour, position, ...[title, greeting, offlineText].flatMap(({ zh, en }) => [zh, en])].join('\n');

/** Ours. */
export async function ownSteps(ctx: ReadContext, { store }: SetupQuestion): Promise<readonly SetupStep[]> {
  const all = ctx.trusted('whether a step is done');
  const [sightings, people, served] = await Promise.all([
    sightingsOf(all, store),
    all.count(User, { active: true }, 2),
    all.first(Conversation, { storeId: store.id, firstHumanReplyAt: { gt: '0001-01-01T00:00:00.000Z' } }),
  ]);
  const { id } = store;
  return [
    {
      code: 'country',
      order: 10,
      title: { en: 'Say where your shop is', zh: '选择店铺所在国家或地区' },
      text: {
        en: 'It gives the time zone, the currency and whose law applies.',
        zh: '由此确定时区、货币和适用法律。',
      },
      done: store.country !== null,
      path: `/stores/${id}/general`,
    },
    {
      code: 'hours',
      order: 20,
      title: { en: 'Set your service hours', zh: '设置服务时间' },
      text: {
        en: 'Outside of them customers leave a message and are told when you are back.',
        zh: '非服务时间顾客可以留言，并会看到您的上线时间。',
      },
      done: store.serviceHours.length > 0 && hoursSaid(store.serviceHours) !== hoursSaid(DEFAULT_HOURS.serviceHours),
      path: `/stores/${id}/hours`,
      mayKeep: true,
    },
    {
      code: 'look',
      order: 30,
      title: { en: 'Give the chat your colours', zh: '设置聊天窗口外观' },
      text: { en: 'Colour, corner, title and greeting.', zh: '颜色、位置、标题和欢迎语。' },
      done: lookSaid(store.look) !== lookSaid(DEFAULT_LOOK),
      path: `/stores/${id}/look`,
      mayKeep: true,
    },
    {
      code: 'snippet',
      order: 40,
      title: { en: 'Put the chat on your pages', zh: '将聊天窗口放到网页上' },
      text: {
        en: 'One line of HTML; it is seen here as soon as somebody opens the page.',
        zh: '只需一行 HTML；有人打开网页后，这里会立即显示。',
      },
      done: sightings.some(({ allowed }) => allowed),
      path: `/stores/${id}/embed`,
    },
    {
      code: 'person',
      order: 60,
      title: { en: 'Invite the first person', zh: '邀请第一位同事' },
      text: { en: 'By a link; they choose their own password.', zh: '通过链接邀请，对方自行设置密码。' },
      done: people > 1,
      path: '/staff',
      mayKeep: true,
    },
    {
      code: 'chat',
      order: 70,
      title: { en: 'Serve the first customer', zh: '接待第一位顾客' },
      text: {
        en: 'Go online, open your page in another window, and write to yourself.',
        zh: '上线后，在另一个窗口打开您的网页，给自己发一条消息。',
      },
      done: served !== undefined,
      path: '/inbox',
    },
  ];
}
