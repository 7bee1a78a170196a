import { pieceTextsZhCn } from './piece-texts-zh-cn.ts';
import { timelineTextsZhCn } from './timeline-texts-zh-cn.ts';
import type { ElementTexts } from './texts.ts';

export const elementTextsZhCn: ElementTexts = { ...timelineTextsZhCn, ...pieceTextsZhCn };
