import { pieceTextsZhCn } from '../elements/piece-texts-zh-cn.ts';
import type { MoreTexts } from './texts.ts';

export const texts: MoreTexts = {
  ...pieceTextsZhCn,
  openOrder: '查看详情',
  files: {
    type: (name) => `${name}：不支持此类文件，可发送图片、PDF 和视频。`,
    size: (name) => `${name} 超过 10 MB。`,
    unreadable: (name) => `${name} 已无法读取，请重新选择。`,
    tooMany: '本次会话可发送的文件数量已达上限。',
    failed: '文件发送失败。',
  },
  queue: {
    place: (place) => (place === 1 ? '下一位就是您。' : `您排在第 ${place} 位。`),
    waiting: '客服马上为您接入。',
    waited: (time) => `已等待 ${time}`,
    estimate: (minutes) => `预计约 ${minutes} 分钟。`,
    leave: '退出排队',
    leaveMessage: '改为留言',
    left: '已收到您的留言，我们会尽快回复。您可以关闭此窗口。',
    away: '您刚才不在线，排队位置已释放。已收到您的留言，我们会尽快回复。',
    back: '回到原来的排队位置',
  },
  offline: {
    email: '邮箱，以便需要时联系您（选填）',
    emailHint: '请在下方留言，回复会显示在这里。',
    save: '保存',
    saved: (email) => `需要时我们会通过 ${email} 联系您。`,
    invalid: '邮箱格式不正确。',
  },
  rating: {
    question: '您对本次服务满意吗？',
    comment: '说说您的感受（选填）',
    send: '提交评价',
    thanks: '感谢您的评价！',
    failed: '评价提交失败，请重试。',
  },
  history: {
    empty: '还没有会话。',
    open: '进行中',
    closed: '已结束',
    start: '开始新的会话',
    failed: '会话加载失败。',
    unread: (count) => `${count} 条未读`,
  },
  cards: {
    offer: '您正在浏览',
    send: '发送',
    dismiss: '不发送',
    orders: '我的订单',
    noOrders: '没有找到订单。',
    unavailable: '暂时无法显示订单。',
    all: '全部订单、修改与售后',
    show: (number) => `查看订单 ${number}`,
  },
};
