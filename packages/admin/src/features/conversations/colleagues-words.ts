import type { Texts } from '../../kit/language.ts';

const en = { ONLINE: 'online', BUSY: 'busy', away: 'not there' };
const zh: typeof en = { ONLINE: '在线', BUSY: '忙碌', away: '不在线' };
export const colleaguesWords: Texts<typeof en> = { key: 'colleagues', en, zh };
