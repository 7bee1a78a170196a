import { pieceTextsEn } from './piece-texts-en.ts';
import { timelineTextsEn } from './timeline-texts-en.ts';
import type { ElementTexts } from './texts.ts';

export const elementTextsEn: ElementTexts = { ...timelineTextsEn, ...pieceTextsEn };
