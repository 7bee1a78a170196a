/** @module What is particular about the contacts that may be said. */
import type { RecordDetails } from '../../desk/record.ts';
import { GUARD_TABS } from './tabs.ts';

export const details: RecordDetails = {
  tabs: GUARD_TABS,
  about: {
    en: 'Contact data of the shop that may be said to anybody: hotline, return address, site. Everything else that looks like a phone number, an address or a link is somebody else’s.',
    zh: '可以告诉任何人的店铺联系方式：客服热线、退货地址、网址。其他类似电话、地址或链接的内容一律视为他人信息。',
  },
  none: { en: 'No contacts are allowed yet', zh: '还没有可提供的联系方式' },
  list: ['value', 'note', 'storeId', 'createdAt'],
  empty: { storeId: { en: 'All stores', zh: '全部店铺' } },
};
