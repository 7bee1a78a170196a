import { codes } from '../../kernel/codes.ts';
import { MODE_WORDS } from './skills.ts';

/** A way to talk. */
export const talkMode = codes('TalkMode', MODE_WORDS);
