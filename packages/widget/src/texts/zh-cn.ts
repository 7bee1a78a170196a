import { timelineTextsZhCn } from '../elements/timeline-texts-zh-cn.ts';
import type { FirstTexts } from './texts.ts';

export const texts: FirstTexts = {
  ...timelineTextsZhCn,
  panel: {
    close: '关闭',
    back: '返回',
    history: '我的会话',
    connecting: '连接中…',
    reconnecting: '正在重新连接…恢复后会自动发送。',
    refused: '此页面暂时无法使用在线客服。',
    featureFailed: '加载失败，请重试。',
    served: '客服在线，随时为您服务',
    away: '请给我们留言',
    withAgent: '客服正在为您服务',
  },
  composer: {
    label: '消息内容',
    placeholder: '请输入消息',
    placeholderNew: '输入消息，开始新的会话',
    send: '发送',
    emoji: '表情',
    attach: '发送文件',
    tooLong: (count, limit) => `已输入 ${count} 字，最多 ${limit} 字，请精简后发送。`,
    left: (count) => `还可输入 ${count} 字`,
  },
};
