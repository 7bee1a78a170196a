/** @module The few words of the button, in both languages: they are there before any language is loaded. */

interface LauncherTexts {
  readonly open: string;
  readonly close: string;
  readonly unread: string;
  readonly ask: string;
  readonly agree: string;
  readonly decline: string;
  readonly failed: string;
  readonly retry: string;
}

export const launcherTexts: Readonly<Record<'zh-CN' | 'en', LauncherTexts>> = {
  en: {
    open: 'Chat with us',
    close: 'Close chat',
    unread: ' unread',
    ask: 'The chat keeps a session key in this browser.',
    agree: 'Agree',
    decline: 'Not now',
    failed: 'The chat could not be loaded.',
    retry: 'Try again',
  },
  'zh-CN': {
    open: '在线客服',
    close: '关闭客服窗口',
    unread: ' 条未读',
    ask: '客服窗口需在此浏览器中保存会话凭证。',
    agree: '同意',
    decline: '暂不',
    failed: '客服窗口加载失败。',
    retry: '重试',
  },
};
