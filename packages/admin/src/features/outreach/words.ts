import type { Texts } from '../../kit/language.ts';

const en = {
  yes: 'Yes',
  no: 'No',
  unsaid: 'Has not said',
  record: 'Record',
  recordFor: (purpose: string) => `Record what the customer wants: ${purpose}`,
  history: 'What they said',
  nothing: 'They have said nothing yet.',
  allChannels: 'all channels',
  proof: 'Proof',
  empty: 'The desk writes to customers for no purpose.',
};

const zh: typeof en = {
  yes: '接收',
  no: '不接收',
  unsaid: '未表态',
  record: '登记',
  recordFor: (purpose) => `登记顾客意愿：${purpose}`,
  history: '记录',
  nothing: '暂无记录。',
  allChannels: '全部渠道',
  proof: '凭证',
  empty: '暂无主动触达用途。',
};

export const consentWords: Texts<typeof en> = { key: 'outreach', en, zh };
