import type { Texts } from './language.ts';

const en = {
  due: (when: string) => `Due ${when}`,
  late: (long: string) => `Overdue by ${long}`,
  soon: (long: string) => `${long} left`,
};
export const dueWords: Texts<typeof en> = {
  key: 'due',
  en,
  zh: {
    due: (when) => `${when} 到期`,
    late: (long) => `已超时 ${long}`,
    soon: (long) => `剩余 ${long}`,
  },
};
