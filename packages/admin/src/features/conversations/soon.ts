/** @module Where the inbox finds what it needs on first use. */
import { Later } from '../../desk/later.ts';

export const firstUse = new Later(() => import('./first-use.ts'));
