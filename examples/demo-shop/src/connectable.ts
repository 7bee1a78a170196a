/** @module The demo shop as a kind of shop that people connect in the panel. */
import { addressSetting, choiceSetting, defineShopAdapter, secretSetting } from '@shopdesk/core';
import { defineServerFeature } from '@shopdesk/server';
import { demoShop } from './shop-adapter.ts';

export const demoShopKind = defineShopAdapter({
  code: 'DEMO_SHOP',
  words: { en: 'Demo shop', zh: '演示商城' },
  about: {
    en: 'The shop that comes with the demo, over its own small API.',
    zh: '随演示提供的商城，通过其自带的接口连接。',
  },
  settings: {
    url: addressSetting({
      en: 'Address of the shop',
      zh: '商城网址',
      hint: {
        en: 'As in the browser, for example https://shop.example',
        zh: '与浏览器中一致，例如 https://shop.example',
      },
    }),
    secret: secretSetting({
      en: 'Secret of the desk API',
      zh: '客服接口密钥',
      hint: {
        en: 'deskApiSecret in the file secrets.json of the demo.',
        zh: '即演示的 secrets.json 文件中的 deskApiSecret。',
      },
    }),
    orderEvents: choiceSetting(
      { en: 'News of orders', zh: '订单动态' },
      {
        POLL: { en: 'The desk asks for them', zh: '由客服系统查询' },
        WEBHOOK: { en: 'The shop sends them', zh: '由商城推送' },
      },
    ),
  },
  connect: (settings, { fetch }) => demoShop({ ...settings, fetch }),
});

export const demoShopServer = defineServerFeature({ name: 'demoShop', shopAdapters: [demoShopKind] });
