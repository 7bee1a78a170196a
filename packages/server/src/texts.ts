import { texts } from '@shopdesk/core';

/** What the server itself says, of whatever feature somebody asks. */
export const serverTexts = texts('server', {
  askBy: { en: 'Ask by {methods}.', zh: '请使用 {methods} 请求。' },
  cursorDirection: {
    en: 'Pass `after` with `first`, `before` with `last`.',
    zh: '`after` 须与 `first` 一起使用，`before` 须与 `last` 一起使用。',
  },
  fileTooLarge: { en: 'The file is larger than 10 MiB.', zh: '文件超过 10 MiB。' },
  fileTypeUnsendable: { en: 'This type of file cannot be sent.', zh: '不支持发送此类型的文件。' },
  internal: { en: 'Unexpected error.', zh: '发生意外错误。' },
  noCursor: { en: 'Not a cursor of this list.', zh: '不是此列表的游标。' },
  notJson: { en: 'The body is not JSON.', zh: '请求内容不是 JSON。' },
  notUtf8: { en: 'The body is not UTF-8.', zh: '请求内容不是 UTF-8。' },
  otherAudience: {
    en: 'Shoppers ask at /shopper, staff at /graphql.',
    zh: '顾客请使用 /shopper，员工请使用 /graphql。',
  },
  otherRefundCurrency: { en: 'Not the currency of this refund.', zh: '币种与该退款不符。' },
  ownPagesOnly: { en: 'Staff work on the desk’s own pages only.', zh: '员工只能在客服系统自己的页面上操作。' },
  pageSize: { en: 'Between 1 and {most, number}.', zh: '应在 1 到 {most, number} 之间。' },
  pictureTooLarge: { en: 'The picture has more than 50 megapixels.', zh: '图片超过 5000 万像素。' },
  tooManyConnections: { en: 'Too many live connections are open.', zh: '打开的实时连接过多。' },
  unavailable: { en: 'The service is not available at the moment.', zh: '服务暂时不可用。' },
  unknownOrigin: {
    en: 'This page may not use the desk: its origin is not one that a store names. Add it in the panel: Stores, Embedding.',
    zh: '此页面不能使用客服系统：没有店铺登记过它的来源。请在面板的“店铺”中的“嵌入”处添加。',
  },
});
