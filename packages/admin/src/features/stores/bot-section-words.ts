import type { Texts } from '../../kit/language.ts';

const en = {
  mode: 'What the assistant does',
  modes: { OFF: 'Off', DRAFT: 'Drafts for agents, who send', BOT: 'Answers by itself, and makes way for a person' },
  modeHint:
    'It answers only from published public articles and names the article. Two questions without an answer, anger or danger bring a person.',
  nameZh: 'Name in Chinese',
  nameEn: 'Name in English',
  rephrase: 'Let a language model put the article into other words',
  rephraseHint:
    'Only where the server has one. What it says passes the same guard as everybody’s words; if it fails, the article speaks for itself.',
  sendPersonalData: 'Show personal data in questions to the model',
  sendPersonalDataHint: 'Off: phone numbers, addresses and the like are masked before anything leaves the desk.',
};

const zh: typeof en = {
  mode: '智能助手的工作方式',
  modes: { OFF: '关闭', DRAFT: '为客服拟稿，由客服发送', BOT: '自动回复，需要时转人工' },
  modeHint: '只依据已发布的公开文章回答并注明出处；两次没有答案、顾客情绪激动或涉及安全时自动转人工。',
  nameZh: '中文名称',
  nameEn: '英文名称',
  rephrase: '允许大模型改写文章内容',
  rephraseHint: '仅在服务器已配置模型时有效。改写内容与人工回复一样须通过发送检查；失败时直接使用文章原文。',
  sendPersonalData: '向模型提供问题中的个人信息',
  sendPersonalDataHint: '关闭时，电话、地址等信息在离开系统前会被遮盖。',
};

export const botSectionWords: Texts<typeof en> = { key: 'botSection', en, zh };
