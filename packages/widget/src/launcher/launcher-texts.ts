/** @module The few words of the button, which are there before any language is loaded. */

export interface LauncherTexts {
  readonly open: string;
  readonly close: string;
  readonly unread: string;
  readonly ask: string;
  readonly agree: string;
  readonly decline: string;
  readonly failed: string;
  readonly retry: string;
}

/** By language; what loads the look puts another language of the desk beside the two. */
export const launcherTexts: Record<string, LauncherTexts> & Record<'en' | 'zh-CN', LauncherTexts> = {
  en: {
    open: 'Chat with us',
    close: 'Close chat',
    unread: ' unread',
    ask: 'Chat keeps a session key in this browser.',
    agree: 'Agree',
    decline: 'Not now',
    failed: 'The chat did not load.',
    retry: 'Try again',
  },
  'zh-CN': {
    open: '在线客服',
    close: '关闭客服窗口',
    unread: ' 条未读',
    ask: '客服需在浏览器中保存会话凭证。',
    agree: '同意',
    decline: '暂不',
    failed: '客服加载失败。',
    retry: '重试',
  },
};
