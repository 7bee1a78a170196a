/** @module Ending many sessions goes on in the next commit. */
import { timer } from '../../kernel/timer.ts';
import { Customer } from './entities.ts';
import { IdentityKey } from './session-entities.ts';

export const customerSessionsTimer = timer({ key: 'end-sessions', on: Customer });
export const keySessionsTimer = timer({ key: 'end-sessions', on: IdentityKey });
