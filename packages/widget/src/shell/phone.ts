/** @module What the window needs on a phone, where it fills the screen. */
import { onBack } from '@shopdesk/core/client';
import { fitViewport } from './fit-viewport.ts';

export { fitViewport, onBack };
