/**
 * @module What the commands say, in the language of the terminal.
 */
import type { Locale } from '@shopdesk/core';
import type { InsecureCode } from '../insecure-settings.ts';

export interface Words {
  readonly ready: string;
  readonly graphql: string;
  readonly graphiql: string;
  readonly noGraphiql: string;
  readonly panel: string;
  readonly widget: string;
  readonly database: string;
  readonly insecure: string;
  readonly refused: string;
  readonly stopping: string;
  readonly stopped: string;
  readonly upToDate: string;
  readonly wouldRun: (count: number) => string;
  readonly migrated: (count: number) => string;
  readonly founded: (tenant: string, store: string, admin: string) => string;
  readonly foundedBefore: string;
  readonly noAdminPassword: string;
  readonly seeded: (store: string) => string;
  readonly signIns: (password: string) => string;
  readonly backedUp: (rows: number, files: number, folder: string) => string;
  readonly restored: (rows: number, files: number) => string;
  readonly auditEmpty: string;
  readonly auditWhole: (tenant: string, sealed: number, unsealed: number) => string;
  readonly auditBroken: (tenant: string, place: number, id: string | undefined, cause: string) => string;
  readonly auditForged: (file: string) => string;
  readonly auditUnguarded: (triggers: string) => string;
  readonly auditNothingKept: (file: string) => string;
  readonly lacks: (count: number) => string;
  readonly acceptsAll: string;
  readonly figureWrong: (figure: string, store: string, day: string) => string;
  readonly healthy: string;
  readonly pending: (count: number) => string;
  readonly wasOpen: (count: number, first: string) => string;
  readonly insecureSettings: Readonly<Record<InsecureCode, (detail: string) => string>>;
}

const EN: Words = {
  ready: 'Shopdesk is ready.',
  graphql: 'GraphQL',
  graphiql: 'GraphiQL',
  noGraphiql: 'not installed (npm install @graphql-yoga/render-graphiql)',
  panel: 'Panel',
  widget: 'Widget script',
  database: 'Database',
  insecure: 'Insecure settings, fine for trying out:',
  refused: 'Not started: NODE_ENV is "production", and these settings are insecure:',
  stopping: 'Stopping: finishing what is under way …',
  stopped: 'Stopped.',
  upToDate: 'The database is up to date.',
  wouldRun: (count) => `${count} statements would be executed:`,
  migrated: (count) => `Migrated: ${count} statements were executed.`,
  founded: (tenant, store, admin) => `The desk of ${tenant} is founded: store "${store}", administrator ${admin}.`,
  foundedBefore: 'Everything was there already; nothing has changed.',
  noAdminPassword:
    'SHOPDESK_ADMIN_PASSWORD: expected the password of the first administrator, at least 10 characters. It is no flag, because other people on this machine can read those.',
  seeded: (store) => `The demo is there: store "${store}".`,
  signIns: (password) => `Sign-ins, all with the password ${password}:`,
  backedUp: (rows, files, folder) => `Backed up ${rows} rows and ${files} files into ${folder}.`,
  restored: (rows, files) => `Restored ${rows} rows and ${files} files.`,
  auditEmpty: 'There are no audit entries yet.',
  auditWhole: (tenant, sealed, unsealed) =>
    `${tenant}: ${sealed} entries, the chain is whole${unsealed ? `; ${unsealed} not sealed yet` : ''}.`,
  auditBroken: (tenant, place, id, cause) =>
    `${tenant}: the chain is BROKEN at entry ${place}${id ? ` (${id})` : ''}: ${cause}.`,
  auditForged: (file) =>
    `${file} was changed by somebody without this desk’s secret: the ends of the audit chains cannot be compared.`,
  auditUnguarded: (triggers) =>
    `The database does not guard the audit trail: these triggers are missing or disabled: ${triggers}. Starting the desk enables them again.`,
  auditNothingKept: (file) =>
    `Nothing is kept outside the database yet (${file}): a chain cut at its end cannot be noticed.`,
  lacks: (count) =>
    count === 0
      ? 'Nothing is missing.'
      : `${count === 1 ? '1 word is' : `${count} words are`} missing and said in English.`,
  acceptsAll: '--accept keeps the ends of all chains: leave --tenant out.',
  figureWrong: (figure, store, day) => `${figure} of ${store} on ${day} is not what its rows say: recount that day.`,
  healthy: 'Everything is in order.',
  pending: (count) => `${count} statements of migrations are not executed yet: run shopdesk migrate.`,
  wasOpen: (count, first) =>
    `Others on this machine could read or write ${count} files and folders, the first being ${first}. The desk closes them as it opens.`,
  insecureSettings: {
    DEMO_PASSWORDS: (emails) =>
      `The demo password works for ${emails}. Deactivate these people or give them new passwords.`,
    PLAIN_HTTP: (where) =>
      `Passwords and messages travel unencrypted over ${where}. Put a TLS proxy in front and set SHOPDESK_PUBLIC_URL=https://… and SHOPDESK_TRUST_PROXY=1.`,
    DEVELOPMENT: () => 'Development: GraphiQL, the schema and pages of this machine are open. Set NODE_ENV=production.',
    NO_RATE_LIMITS: () => 'Nobody counts requests, so passwords can be guessed. Leave SHOPDESK_RATE_LIMITS on.',
    NO_FLUSH: (what) => `A power cut may cost acknowledged messages: ${what}. Turn flushing on.`,
    OPEN_FILES: (what) =>
      `Others on this machine can read or write ${what}, and this account cannot change that. Give the data folder to this account, on a disk that keeps rights.`,
    IN_MEMORY: () => 'The database is in memory: everything is lost when the process ends.',
    PLAIN_DATABASE: (host) =>
      `The database on ${host} is spoken to without encryption. Add sslmode=verify-full to DATABASE_URL.`,
    PLAIN_MODEL: (host) =>
      `What customers write goes unencrypted to the model on ${host}. Give SHOPDESK_MODEL_URL with https.`,
    ANY_PAGE: (stores) =>
      `Any page may embed the widget of ${stores}, because no page is named. Name the shop's pages in the store settings.`,
  },
};

const ZH: Words = {
  ready: 'Shopdesk 已启动。',
  graphql: 'GraphQL',
  graphiql: 'GraphiQL',
  noGraphiql: '未安装（npm install @graphql-yoga/render-graphiql）',
  panel: '客服面板',
  widget: '聊天窗口脚本',
  database: '数据库',
  insecure: '以下设置不安全，仅适合试用：',
  refused: '未启动：NODE_ENV 为 "production"，而以下设置不安全：',
  stopping: '正在停止，等待进行中的请求完成……',
  stopped: '已停止。',
  upToDate: '数据库已是最新。',
  wouldRun: (count) => `将执行 ${count} 条语句：`,
  migrated: (count) => `迁移完成，执行了 ${count} 条语句。`,
  founded: (tenant, store, admin) => `${tenant} 的客服台已开通：店铺“${store}”，管理员 ${admin}。`,
  foundedBefore: '一切均已存在，未作任何更改。',
  noAdminPassword:
    'SHOPDESK_ADMIN_PASSWORD：请填写首位管理员的密码，至少 10 个字符。密码不作为命令行参数，因为本机其他人能看到参数。',
  seeded: (store) => `演示数据已就绪，店铺为“${store}”。`,
  signIns: (password) => `登录账号，密码均为 ${password}：`,
  backedUp: (rows, files, folder) => `已将 ${rows} 行数据和 ${files} 个文件备份到 ${folder}。`,
  restored: (rows, files) => `已恢复 ${rows} 行数据和 ${files} 个文件。`,
  auditEmpty: '还没有审计记录。',
  auditWhole: (tenant, sealed, unsealed) =>
    `${tenant}：共 ${sealed} 条记录，链条完整${unsealed ? `；另有 ${unsealed} 条尚未封存` : ''}。`,
  auditBroken: (tenant, place, id, cause) =>
    `${tenant}：链条在第 ${place} 条${id ? `(${id})` : ''}处断裂：${CAUSES[cause] ?? cause}。`,
  auditForged: (file) => `${file} 被没有本系统密钥的人改动过：无法核对审计链的末端。`,
  auditUnguarded: (triggers) => `数据库未保护审计记录：以下触发器缺失或被停用：${triggers}。重新启动系统会再次启用。`,
  auditNothingKept: (file) => `数据库之外尚未留存记录（${file}）：无法发现链条末端被截断。`,
  lacks: (count) => (count === 0 ? '没有缺少的文字。' : `缺少 ${count} 条文字，将以英文显示。`),
  acceptsAll: '--accept 会留存所有审计链的末端，请去掉 --tenant。',
  figureWrong: (figure, store, day) => `${store} ${day} 的指标 ${figure} 与明细不一致，请重算该日。`,
  healthy: '一切正常。',
  pending: (count) => `有 ${count} 条迁移语句尚未执行，请运行 shopdesk migrate。`,
  wasOpen: (count, first) =>
    `本机其他账号此前可以读写 ${count} 个文件和文件夹（首个为 ${first}），打开时会自动收紧权限。`,
  insecureSettings: {
    DEMO_PASSWORDS: (emails) => `演示密码仍可登录 ${emails}。请停用这些账号或修改密码。`,
    PLAIN_HTTP: (where) =>
      `密码和消息经 ${where} 明文传输。请在前面部署 TLS 代理，并设置 SHOPDESK_PUBLIC_URL=https://… 和 SHOPDESK_TRUST_PROXY=1。`,
    DEVELOPMENT: () => '开发模式：GraphiQL、接口结构以及本机页面均已开放。请设置 NODE_ENV=production。',
    NO_RATE_LIMITS: () => '未限制请求频率，密码可能被猜出。请不要关闭 SHOPDESK_RATE_LIMITS。',
    NO_FLUSH: (what) => `断电可能丢失已确认的消息：${what}。请开启落盘。`,
    OPEN_FILES: (what) =>
      `本机其他账号可以读写 ${what}，且当前账号无法更改其权限。请将数据目录归当前账号所有，并放在支持权限的磁盘上。`,
    IN_MEMORY: () => '数据库仅在内存中，进程结束后数据全部丢失。',
    PLAIN_DATABASE: (host) => `与 ${host} 上数据库的连接未加密。请在 DATABASE_URL 中加上 sslmode=verify-full。`,
    PLAIN_MODEL: (host) => `顾客的消息会以未加密方式发送到 ${host} 上的模型。请为 SHOPDESK_MODEL_URL 使用 https 地址。`,
    ANY_PAGE: (stores) => `店铺 ${stores} 没有指定网页，任何网页都可嵌入其聊天窗口。请在店铺设置中填写商城网页的来源。`,
  },
};

const CAUSES: Readonly<Record<string, string>> = {
  removed: '记录被删除',
  inserted: '记录是插入的',
  edited: '记录被改动',
  reordered: '记录顺序被改动',
};

/** The language that the terminal is set to. */
export function terminalLocale({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Locale {
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export const wordsOf = (locale: Locale): Words => (locale === 'en' ? EN : ZH);
