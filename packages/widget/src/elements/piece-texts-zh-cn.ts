import type { PieceTexts } from './texts.ts';

export const pieceTextsZhCn: PieceTexts = {
  product: '商品',
  order: '订单',
  source: '来自帮助文章',
  view: '查看',
  image: '图片',
  openFile: (name) => `打开 ${name}`,
  uploading: (percent) => `上传中 ${percent}%`,
  imageFailed: '图片暂时无法显示。',
  stars: (count) => `${count} 星`,
  score: '评分',
  emoji: '表情',
};
