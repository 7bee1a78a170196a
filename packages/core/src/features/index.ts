/** @module Every feature of the standard desk; adding one is one line here. */
import { access } from './access/index.ts';
import { conversations } from './conversations/index.ts';
import { customers } from './customers/index.ts';
import { guard } from './guard/index.ts';

export const standardFeatures = [access, customers, conversations, guard] as const;
