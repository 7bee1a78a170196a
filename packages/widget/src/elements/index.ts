/** @module Presentational pieces that the widget and the panel both show. Importing this registers them all. */
export { base } from './base-styles.ts';
export { dayLabel, isSameDay } from './day-label.ts';
export { define } from './define.ts';
export { DeskAttachment, formatBytes } from './desk-attachment.ts';
export { DeskBubble } from './desk-bubble.ts';
export { DeskCard } from './desk-card.ts';
export { DeskEmoji } from './desk-emoji.ts';
export { DeskStars } from './desk-stars.ts';
export { DeskTimeline } from './desk-timeline.ts';
export * from './icons.ts';
export { safeUrl, withLinks } from './text-links.ts';
export type { ElementTexts, EventWord, Tick } from './texts.ts';
export { elementTextsEn } from './texts-en.ts';
export { elementTextsZhCn } from './texts-zh-cn.ts';
export type { LinkOf, ReadMarks, ShownCard, ShownFile, TimelineItem } from './timeline-item.ts';
export { tokens } from './tokens.ts';
