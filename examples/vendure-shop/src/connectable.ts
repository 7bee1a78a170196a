/** @module Vendure as a kind of shop that people connect in the panel. */
import {
  addressSetting,
  choiceSetting,
  defineShopAdapter,
  optionalSetting,
  secretSetting,
  textSetting,
} from '@shopdesk/core';
import { defineServerFeature } from '@shopdesk/server';
import { vendureShop } from './vendure-shop.ts';

export const vendureKind = defineShopAdapter({
  code: 'VENDURE',
  words: { en: 'Vendure', zh: 'Vendure' },
  about: {
    en: 'A Vendure shop with the Shopdesk plugin. Make an administrator for the desk whose role may read and update orders and customers.',
    zh: '安装了 Shopdesk 插件的 Vendure 商城。请为客服系统新建一位管理员，其角色可读取和更新订单与顾客。',
  },
  settings: {
    url: addressSetting({
      en: 'Address of the server',
      zh: '服务器网址',
      hint: {
        en: 'Where Vendure’s APIs are, without /admin-api: https://shop.example',
        zh: 'Vendure 接口所在的网址，不含 /admin-api：https://shop.example',
      },
    }),
    username: textSetting({ en: 'Name of the administrator', zh: '管理员用户名' }),
    password: secretSetting({ en: 'Password', zh: '密码' }),
    channelToken: optionalSetting(
      textSetting({
        en: 'Token of the channel',
        zh: '渠道令牌',
        hint: { en: 'Only where the shop has several channels.', zh: '仅在商城有多个渠道时填写。' },
      }),
    ),
    orderEvents: choiceSetting(
      { en: 'News of orders', zh: '订单动态' },
      {
        POLL: { en: 'The desk asks for them', zh: '由客服系统查询' },
        WEBHOOK: { en: 'The plugin sends them', zh: '由插件推送' },
      },
    ),
  },
  connect: ({ channelToken, ...settings }, { fetch }) =>
    vendureShop({ ...settings, ...(channelToken ? { channelToken } : {}), fetch }),
});

export const vendureServer = defineServerFeature({ name: 'vendureShop', shopAdapters: [vendureKind] });
