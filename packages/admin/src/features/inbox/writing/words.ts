import type { Texts } from '../../../kit/language.ts';

const en = {
  scripts: 'Insert a script',
  scriptsHint: 'Type / and a key or a word.',
  scriptList: 'Scripts',
  scriptsFound: (count: number) => (count === 0 ? 'No script fits' : count === 1 ? '1 script' : `${count} scripts`),
  scriptFailed: 'The scripts could not be loaded.',
  level: { BLOCK: 'Cannot be sent', WARN: 'Better not', LOG: 'Noted' },
  blocked: 'This cannot be sent as it is. Change the marked words.',
  warned: 'Do you want to send the marked words?',
  unresolved: (names: string) => `Fill in first: ${names}`,
  replaceWith: (text: string) => `Say instead: ${text}`,
  replaceAll: 'Replace',
  replaceKey: 'Ctrl+Enter replaces',
  sendAnyway: 'Send all the same',
  change: 'Change the text',
  kept: 'Your last reply was not sent: some words are to be changed. It waits in its conversation.',
};

const zh: typeof en = {
  scripts: '插入话术',
  scriptsHint: '输入 / 加快捷键或关键词。',
  scriptList: '话术',
  scriptsFound: (count) => (count === 0 ? '没有匹配的话术' : `${count} 条话术`),
  scriptFailed: '话术加载失败。',
  level: { BLOCK: '禁止发送', WARN: '请谨慎', LOG: '仅记录' },
  blocked: '当前内容不能发送,请修改标出的词语。',
  warned: '确认要发送标出的词语吗?',
  unresolved: (names) => `请先填写:${names}`,
  replaceWith: (text) => `建议改为:${text}`,
  replaceAll: '替换',
  replaceKey: 'Ctrl+Enter 一键替换',
  sendAnyway: '确认发送',
  change: '返回修改',
  kept: '您刚才的回复未发送,其中有需要修改的内容,已保留在原会话中。',
};

export const writingWords: Texts<typeof en> = { en, zh };
