import type { PieceTexts } from './texts.ts';

export const pieceTextsEn: PieceTexts = {
  product: 'Product',
  order: 'Order',
  source: 'From our help pages',
  view: 'View',
  image: 'Image',
  openFile: (name) => `Open ${name}`,
  uploading: (percent) => `Uploading, ${percent}%`,
  imageFailed: 'The image cannot be shown now.',
  stars: (count) => (count === 1 ? '1 star' : `${count} stars`),
  score: 'Rating',
  emoji: 'Emoji',
};
