/**
 * @module The messages of the window. A first visitor begins without any: their code comes when the window can be written
 * in, and with the window where a conversation is known already.
 */
import '../elements/desk-timeline.ts';

export { staffMarks, timelineItems } from './timeline-items.ts';
