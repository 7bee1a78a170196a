import type { Texts } from '../../kit/language.ts';

const en = {
  noJson: (why: string) => `This is not a JSON file: ${why}`,
  noPolicy: 'The file holds no policy.',
  tooLarge: 'The file is larger than 1 MB.',
  at: (place: string, message: string) => `${place}: ${message}`,
  whole: 'The file',
  tableNo: (name: string) => `table ${name}`,
  rowNo: (name: string) => `row ${name}`,
};
const zh: typeof en = {
  noJson: (why) => `不是有效的 JSON 文件：${why}`,
  noPolicy: '文件中没有政策内容。',
  tooLarge: '文件超过 1 MB。',
  at: (place, message) => `${place}：${message}`,
  whole: '文件',
  tableNo: (name) => `表 ${name}`,
  rowNo: (name) => `规则 ${name}`,
};
export const fileWords: Texts<typeof en> = { key: 'file', en, zh };
