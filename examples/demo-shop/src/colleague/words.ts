/** @module What the colleague says, in both languages. They never pass for a person. */
import type { ShopOrderStatus } from '@shopdesk/core';

/** As shoppers and staff see them. */
export const COLLEAGUE_NAME = 'Robin · demo script · 演示脚本';

const en = {
  hello: 'Hello, I am Robin. I am a script of this demo and not a person; say “person” and I ask one to take over.',
  away: 'I am a script of this demo; one moment, please.',
  ready: 'What can I look up for you?',
  order: (number: string, state: string) => `Your order ${number}: ${state}`,
  states: {
    CREATED: 'it waits for your payment, then it is packed.',
    PAID: 'it is paid and being prepared.',
    CONFIRMED: 'it is confirmed; the warehouse packs it next.',
    RELEASED_TO_WAREHOUSE: 'the warehouse is packing it.',
    PACKED: 'it is packed and waits for the carrier.',
    SHIPPED: 'it is on its way.',
    DELIVERED: 'it has been delivered.',
    COMPLETED: 'it has been delivered and is completed.',
    CLOSED_UNPAID: 'it was closed because it was not paid.',
    CANCELLED: 'it was cancelled, and what was paid goes back.',
    RETURNED: 'the goods have come back to us.',
  } satisfies Record<ShopOrderStatus, string>,
  parcel: (carrier: string, numbers: string) => `The parcel is with ${carrier}, tracking number ${numbers}.`,
  carrier: 'the carrier',
  expected: (day: string) => `It should arrive on ${day}.`,
  delivered: (day: string) => `It arrived on ${day}.`,
  follow: 'Every scan is under “My orders”, where you can also change, cancel or return it yourself.',
  whichOrder: 'Which order is it about? Please tell me its number, or send it with the box button below.',
  signIn: 'I see no order of yours. Please sign in to the shop, or tell me the order number.',
  noOrder:
    'I cannot find this order among yours. Please look at its number again, or send it with the box button below.',
  from: (title: string) => `From our help, “${title}”:`,
  helped: 'Does that answer your question?',
  unsure: 'I do not know that. Please put it in other words, or say “person” and I ask one to take over.',
  handOver:
    'That is for a person. I have asked my colleagues to take over; they see everything that you wrote, and answer here.',
  welcome: 'You are welcome. Have a good day!',
  summary: (asked: string) => `The script could not answer this: ${asked}`,
  closed: 'Answered by the demo’s scripted colleague',
  page: {
    on: 'On duty in the chat: Robin, a scripted colleague of this demo and not a person.',
    off: 'Robin, the scripted colleague of this demo, is off duty.',
    switchOff: 'Send Robin off duty',
    switchOn: 'Put Robin on duty',
  },
};

const zh: typeof en = {
  hello: '您好，我是 Robin，是本演示的脚本，不是真人；输入“人工”，我就请同事接手。',
  away: '我是本演示的脚本，请稍候。',
  ready: '请问要帮您查什么？',
  order: (number, state) => `您的订单 ${number}：${state}`,
  states: {
    CREATED: '等待付款，付款后安排打包。',
    PAID: '已付款，正在备货。',
    CONFIRMED: '已确认，接下来由仓库打包。',
    RELEASED_TO_WAREHOUSE: '仓库正在打包。',
    PACKED: '已打包，等待快递揽收。',
    SHIPPED: '运输中。',
    DELIVERED: '已送达。',
    COMPLETED: '已送达，订单已完成。',
    CLOSED_UNPAID: '未付款，已关闭。',
    CANCELLED: '已取消，已付款项会退回。',
    RETURNED: '商品已退回。',
  },
  parcel: (carrier, numbers) => `包裹由${carrier}配送，运单号 ${numbers}。`,
  carrier: '快递',
  expected: (day) => `预计 ${day}送达。`,
  delivered: (day) => `已于 ${day}送达。`,
  follow: '在“我的订单”里可以看到每次扫描记录，也可以自助修改、取消或退换。',
  whichOrder: '请问是哪个订单？请告诉我订单号，或用下方的订单按钮发给我。',
  signIn: '我没有查到您的订单。请先在商店登录，或告诉我订单号。',
  noOrder: '在您的订单里没有找到这个订单号。请再核对一下，或用下方的订单按钮发给我。',
  from: (title) => `帮助文章《${title}》：`,
  helped: '这样回答清楚吗？',
  unsure: '这个我不清楚。请换个说法，或输入“人工”，我请同事接手。',
  handOver: '这件事需要真人处理。我已请同事接手，您写的内容他们都能看到，会在这里回复您。',
  welcome: '不客气，祝您愉快！',
  summary: (asked) => `脚本无法回答：${asked}`,
  closed: '由演示脚本解答',
  page: {
    on: '聊天窗口值班：Robin，本演示的脚本，不是真人。',
    off: '本演示的脚本 Robin 现在不值班。',
    switchOff: '让 Robin 下班',
    switchOn: '让 Robin 值班',
  },
};

export type ColleagueWords = typeof en;

export const colleagueWords = (locale: string): ColleagueWords => (locale === 'en' ? en : zh);
