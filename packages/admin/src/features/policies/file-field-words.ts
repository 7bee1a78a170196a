import type { Texts } from '../../kit/language.ts';

const en = { file: 'File (JSON)', errors: 'The file cannot be used:' };
const zh: typeof en = { file: '文件（JSON）', errors: '文件无法使用：' };
export const fileFieldWords: Texts<typeof en> = { key: 'fileField', en, zh };
