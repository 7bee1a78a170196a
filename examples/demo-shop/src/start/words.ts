/**
 * @module What the start says, in the language of the terminal.
 */
import { terminalLocale, wordsOf, type Words } from '@shopdesk/server';

const en = {
  openingShop: 'Opening the demo shop …',
  fillingShop: 'Filling the demo shop with 50 products, 500 customers and 1,000 orders …',
  creatingDatabase: (folder: string) => `Creating the database in ${folder} …`,
  openingDatabase: (folder: string) => `Opening the database in ${folder} …`,
  connecting: 'Connecting to PostgreSQL …',
  settingUp: 'Setting up the demo store and its staff …',
  fillingDesk: 'Looking after articles, chats and cases to try out …',
  contentMissing: (reason: string) => `Some of it is missing: ${reason}`,
  colleague: 'Robin, a scripted colleague, answers in the chat. DEMO_COLLEAGUE=off starts without them.',
  colleagueMissing: (reason: string) => `The scripted colleague is not on duty: ${reason}`,
  shopPage: 'Shop page',
  signIns: (password: string) => `Sign in to the panel as one of these; the password of all is ${password}`,
  durability: {
    pglite:
      'The database is embedded. It is flushed before anything is acknowledged: a power cut costs nothing acknowledged, on a disk that keeps its word.',
    postgres:
      'The database is PostgreSQL. A power cut costs nothing acknowledged unless fsync or synchronous_commit are off there.',
  },
  toStop: 'Press Ctrl-C to stop; nothing is lost.',
  held: (folder: string, holder: string) =>
    `${folder} is in use by ${holder}. Stop that one first, or choose another folder with SHOPDESK_DATA.`,
  holder: (pid: number, host: string, since: string) => `process ${pid} on ${host}, since ${since}`,
  unknownHolder: 'another process',
  noDatabase: 'PostgreSQL at DATABASE_URL does not answer',
  notBuilt: 'The widget or the panel is not built: run `npm run build`.',
  cannotStart: 'Shopdesk cannot start:',
};

const zh: typeof en = {
  openingShop: '正在打开演示商店……',
  fillingShop: '正在为演示商店写入 50 件商品、500 位顾客和 1,000 个订单……',
  creatingDatabase: (folder) => `正在 ${folder} 中创建数据库……`,
  openingDatabase: (folder) => `正在打开 ${folder} 中的数据库……`,
  connecting: '正在连接 PostgreSQL……',
  settingUp: '正在设置演示店铺和员工……',
  fillingDesk: '正在准备可试用的知识文章、会话和售后单……',
  contentMissing: (reason) => `部分内容未能准备：${reason}`,
  colleague: '聊天由脚本同事 Robin 应答；用 DEMO_COLLEAGUE=off 启动则不应答。',
  colleagueMissing: (reason) => `脚本同事未能值班：${reason}`,
  shopPage: '商店页面',
  signIns: (password) => `用以下任一账号登录客服面板，密码均为 ${password}`,
  durability: {
    pglite: '使用内嵌数据库。每次确认前都会写入磁盘：只要磁盘如实落盘，断电不会丢失已确认的数据。',
    postgres: '使用 PostgreSQL。除非那里关闭了 fsync 或 synchronous_commit，断电不会丢失已确认的数据。',
  },
  toStop: '按 Ctrl-C 停止，不会丢失任何数据。',
  held: (folder, holder) => `${folder} 正被${holder}使用。请先停止它，或用 SHOPDESK_DATA 指定另一个文件夹。`,
  holder: (pid, host, since) => `进程 ${pid}（主机 ${host}，自 ${since} 起）`,
  unknownHolder: '另一个进程',
  noDatabase: 'DATABASE_URL 指定的 PostgreSQL 没有响应',
  notBuilt: '聊天组件或客服面板尚未构建：请运行 `npm run build`。',
  cannotStart: 'Shopdesk 无法启动：',
};

export type StartWords = typeof en & {
  readonly language: 'en' | 'zh';
  /** What `shopdesk start` says itself. */
  readonly desk: Words;
};

/** Chinese where the terminal is Chinese, else English. */
export function startWords(env: Readonly<Record<string, string | undefined>>): StartWords {
  const locale = terminalLocale(env);
  return locale === 'en'
    ? { ...en, language: 'en', desk: wordsOf(locale) }
    : { ...zh, language: 'zh', desk: wordsOf(locale) };
}
