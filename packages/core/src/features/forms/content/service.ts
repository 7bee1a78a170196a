/** @module Forms of the daily service: F1, F2, F3, F9, F10 (2.9). */
import { byWhom, choice, flag, form, line, MUST, rows, signature, step, text, time, where } from './write.ts';

export const CHANNELS = {
  WEB_CHAT: ['Online chat', '在线聊天'],
  PHONE: ['Phone', '电话'],
  EMAIL: ['E-mail', '邮件'],
  SOCIAL: ['Social media', '社交媒体'],
  MARKETPLACE_IM: ['Marketplace messenger', '平台旺旺等'],
  SMS: ['Text message', '短信'],
  WALK_IN: ['In person', '到店'],
} as const;

export const serviceForms = [
  form(
    'F1',
    ['Consultation record', '咨询记录表'],
    ['What a customer asked before buying, and what came of it.', '记录售前咨询内容与结果。'],
    [
      step('who', 'Who and where', '咨询来源', [
        ...where,
        choice('channel', 'Channel', '咨询渠道', CHANNELS, MUST),
        line('customerNick', 'Customer', '顾客昵称', MUST),
        line('sku', 'SKU', '商品 SKU'),
      ]),
      step('what', 'Question and answer', '咨询内容', [
        line('intent', 'Intent', '咨询意图', MUST),
        text('need', 'Need', '顾客需求'),
        text('answer', 'Answer', '解答内容', MUST),
        choice(
          'result',
          'Result',
          '咨询结果',
          { ORDERED: ['Ordered', '已下单'], NO_DEAL: ['No deal', '未成交'], OPEN: ['Still open', '跟进中'] },
          MUST,
        ),
        line('noDealReason', 'Why no deal', '未成交原因', { must: true, when: { field: 'result', in: ['NO_DEAL'] } }),
        line('nextStep', 'Next step', '下一步'),
        byWhom,
      ]),
    ],
  ),
  form(
    'F2',
    ['Hand-over note', '交接班记录表'],
    ['What one shift leaves to the next; both sign.', '交班人与接班人共同确认的未完事项。'],
    [
      step('shift', 'Shift', '班次', [...where, line('shift', 'Shift', '班次', MUST)]),
      step('open', 'What is open', '未完事项', [
        rows('conversations', 'Open conversations', '未结会话', [
          line('what', 'Conversation', '会话', MUST),
          text('note', 'State', '进展'),
        ]),
        rows('promises', 'Promises', '对顾客的承诺', [
          line('who', 'To whom', '承诺对象'),
          text('what', 'What', '承诺内容', MUST),
          time('when', 'By when', '承诺时间'),
        ]),
        rows('ordersToWatch', 'Orders to watch', '需关注订单', [
          line('order', 'Order no.', '订单号', MUST),
          text('why', 'Why', '原因'),
        ]),
        text('parcels', 'Parcels', '包裹情况'),
        text('preOrders', 'Pre-orders', '预售情况'),
        text('anomalies', 'Anomalies', '异常情况'),
        text('changes', 'Changes of stock and promotions', '库存与活动变动'),
      ]),
      step('handOver', 'Hand-over', '交接确认', [
        signature('giver', 'Giver', '交班人', MUST),
        signature('receiver', 'Receiver', '接班人', MUST),
        time('ackTime', 'Acknowledged at', '确认时间'),
      ]),
    ],
  ),
  form(
    'F3',
    ['Morning shop check', '店铺晨检表'],
    ['Looked through every day at 10:00.', '每日 10:00 前完成的店铺检查。'],
    [
      step('check', 'Check', '检查内容', [
        ...where,
        flag('handoverRead', 'Hand-over read', '已阅读交接记录', MUST),
        line('handoverRemarks', 'Remarks on the hand-over', '交接备注'),
        rows('preOrderArrivals', 'Pre-order arrivals', '预售到货', [
          line('product', 'Product', '商品', MUST),
          line('slip', 'Slip no.', '到货单号'),
        ]),
        rows('missedShipments', 'Missed shipments', '漏发订单', [
          line('order', 'Order no.', '订单号', MUST),
          line('why', 'Reason', '原因'),
          line('reportedTo', 'Reported to', '上报对象'),
        ]),
        text('other', 'Other', '其他'),
      ]),
      step('sign', 'Signature', '签名', [
        signature('signer', 'Checked by', '检查人', MUST),
        time('signedAt', 'Time', '时间'),
      ]),
    ],
  ),
  form(
    'F9',
    ['Order change remark', '订单变更备注表'],
    ['What was changed of an order, and who knows of it.', '订单变更内容与知会情况。'],
    [
      step('change', 'Change', '变更', [
        line('orderNumber', 'Order no.', '订单号', MUST),
        choice('remarkFlag', 'Flag', '旗标', {
          RED: ['Red', '红旗'],
          YELLOW: ['Yellow', '黄旗'],
          GREEN: ['Green', '绿旗'],
          BLUE: ['Blue', '蓝旗'],
          PURPLE: ['Purple', '紫旗'],
        }),
        line('reason', 'Reason', '变更原因', MUST),
        text('before', 'Before', '变更前', MUST),
        text('after', 'After', '变更后', MUST),
        line('agentNo', 'Work number of the agent', '客服工号', MUST),
        time('changedAt', 'Time', '变更时间', MUST),
        line('erpStage', 'Stage in the ERP', 'ERP 环节'),
        line('informed', 'Who was informed', '已通知人员'),
      ]),
    ],
  ),
  form(
    'F10',
    ['Unpaid follow-up list', '催付记录表'],
    ['Orders that were not paid, and what came of asking.', '未付款订单的跟进情况。'],
    [
      step('list', 'Orders', '催付订单', [
        ...where,
        rows(
          'orders',
          'Orders',
          '订单',
          [
            line('order', 'Order no.', '订单号', MUST),
            time('orderedAt', 'Ordered at', '下单时间'),
            time('dueAt', 'To be paid by', '付款截止'),
            time('contactedAt', 'Contacted at', '联系时间'),
            choice('channel', 'Channel', '联系渠道', CHANNELS),
            text('reply', 'Reply', '顾客回复'),
            choice('result', 'Result', '结果', {
              PAID: ['Paid', '已付款'],
              DECLINED: ['Declined', '放弃'],
              NO_ANSWER: ['No answer', '未回复'],
            }),
          ],
          { must: true, least: 1 },
        ),
        byWhom,
      ]),
    ],
  ),
];
