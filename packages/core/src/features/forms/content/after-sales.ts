/** @module Forms of after-sales and complaints: F4 to F8, F14, F15, F17 (2.9). */
import { CHANNELS } from './service.ts';
import {
  byWhom,
  choice,
  choices,
  day,
  files,
  flag,
  form,
  line,
  money,
  MUST,
  number,
  PAYS_FREIGHT,
  person,
  RESPONSIBLE,
  rows,
  signature,
  step,
  STOCK_ACTIONS,
  text,
  time,
  where,
} from './write.ts';

const DEPARTMENTS = {
  WAREHOUSE: ['Warehouse', '仓储'],
  LOGISTICS: ['Logistics', '物流'],
  PURCHASE: ['Purchase', '采购'],
  QUALITY: ['Quality', '品控'],
  OPERATIONS: ['Operations', '运营'],
  TECH: ['Technology', '技术'],
  FINANCE: ['Finance', '财务'],
  MARKETING: ['Marketing', '市场'],
} as const;

/** The ids are those of complaints, which print as form F6. */
const CAUSES = {
  PRODUCT: ['Product', '商品质量'],
  DESCRIPTION: ['Not as described', '描述不符'],
  SERVICE: ['Service', '服务问题'],
  LOGISTICS: ['Delivery', '物流问题'],
  CUSTOMER_USE: ['How it was used', '顾客使用不当'],
  MALICIOUS: ['Malicious', '恶意投诉'],
  UNCLEAR: ['Unclear', '原因不明'],
} as const;
const ASKED = {
  PRODUCT: ['Product', '商品部'],
  WAREHOUSE: ['Warehouse', '仓储部'],
  LOGISTICS: ['Logistics', '物流部'],
  SALES: ['Sales', '销售部'],
  FINANCE: ['Finance', '财务部'],
  TECH: ['Technical', '技术部'],
} as const;

const caseFields = [
  line('number', 'No.', '单号', MUST),
  line('store', 'Store', '店铺', MUST),
  line('orderNumber', 'Order no.', '订单号', MUST),
  line('customerNick', 'Nick', '顾客昵称'),
  line('phoneTail', 'Last digits of the phone', '手机尾号', { most: 4 }),
  text('sku', 'SKU', '商品 SKU'),
  number('quantity', 'Quantity', '数量', { least: 0 }),
  money('paid', 'Paid', '实付金额'),
  day('receivedOn', 'Received on', '签收日期'),
];
const problemFields = [
  line('category', 'Category', '问题类别', MUST),
  text('description', 'Description', '问题描述', MUST),
  files('evidence', 'Evidence', '凭证'),
  line('demand', 'Customer’s demand', '顾客诉求'),
];
const solutionFields = [
  text('solution', 'Solution', '处理方案', MUST),
  choice('faultParty', 'Responsible party', '责任方', RESPONSIBLE),
  choice('freightPayer', 'Freight paid by', '运费承担方', PAYS_FREIGHT),
  money('amount', 'Amount', '处理金额'),
  line('returnWaybill', 'Return waybill', '退货运单号'),
  text('inspection', 'Inspection', '验货结果'),
  byWhom,
  time('openedAt', 'Opened at', '受理时间'),
  time('closedAt', 'Closed at', '办结时间'),
  text('revisit', 'Revisit', '回访情况'),
];

export const afterSalesForms = [
  form(
    'F4',
    ['After-sale record', '售后记录表'],
    ['One after-sale problem from its report to its end.', '一件售后问题从受理到办结的记录。'],
    [
      step('order', 'Order', '订单信息', caseFields),
      step('problem', 'Problem', '问题', problemFields),
      step('solution', 'Solution', '处理', solutionFields),
    ],
  ),
  form(
    'F5',
    ['Return and exchange registration', '退换货登记表'],
    ['What comes back, in which state, and what became of it.', '退换货物的到货、验收与处理登记。'],
    [
      step('order', 'Order', '订单信息', caseFields),
      step('problem', 'Problem', '问题', problemFields),
      step('goods', 'Goods', '退回货物', [
        text('address', 'Return address', '退货地址'),
        time('arrivedAt', 'Arrived at', '到货时间'),
        line('accessories', 'Accessories', '配件'),
        line('gifts', 'Gifts', '赠品'),
        choice('stockAction', 'What becomes of the goods', '库存处理', STOCK_ACTIONS),
        line('refundNo', 'Refund no.', '退款单号'),
      ]),
      step('solution', 'Solution', '处理', solutionFields),
    ],
  ),
  form(
    'F6',
    ['Complaint form', '投诉处理表'],
    ['A complaint with its facts, its solution and what prevents the next.', '投诉事实、处理方案与预防措施。'],
    [
      step('intake', 'Intake', '受理', [
        line('number', 'No.', '投诉编号', MUST),
        line('source', 'Source', '投诉来源', MUST),
        text('facts', 'Facts', '事实经过', MUST),
        text('demand', 'Demand', '顾客诉求', MUST),
        choice('emotion', 'Emotion', '情绪', {
          CALM: ['Calm', '平静'],
          UPSET: ['Upset', '不满'],
          ANGRY: ['Angry', '愤怒'],
          THREATENING: ['Threatens to go public or to court', '扬言曝光或起诉'],
        }),
      ]),
      step('solve', 'Cause and solution', '原因与方案', [
        choice('cause', 'Cause', '原因', CAUSES, MUST),
        choices('departments', 'Departments', '协办部门', ASKED),
        text('solution', 'Solution', '处理方案', MUST),
        flag('accepted', 'Accepted by the customer', '顾客是否接受', MUST),
        money('compensation', 'Compensation', '补偿金额', { when: { field: 'accepted', in: [true] } }),
        person('owner', 'Owner', '负责人', MUST),
        time('dueAt', 'Deadline', '处理时限'),
      ]),
      step('after', 'Afterwards', '回访与预防', [
        text('revisit', 'Revisit', '回访结果'),
        text('prevention', 'Prevention', '预防措施'),
      ]),
    ],
  ),
  form(
    'F7',
    ['Monthly returns report', '退货月报表'],
    ['How much came back in a month, why, and what is done about it.', '当月退货量、原因与改进措施。'],
    [
      step('figures', 'Figures', '数据', [
        line('store', 'Store', '店铺', MUST),
        line('month', 'Month', '月份', MUST),
        number('shippedUnits', 'Shipped units', '发货件数', { least: 0 }),
        number('returnedUnits', 'Returned units', '退货件数', { must: true, least: 0 }),
        number('rate', 'Rate in percent', '退货率（%）', { least: 0, decimals: 2 }),
        rows('amounts', 'Amounts', '金额', [
          money('refund', 'Refunded', '退款金额'),
          money('compensation', 'Compensation', '补偿金额'),
          money('cost', 'Cost', '成本'),
        ]),
        number('previousUnits', 'Returned units, month before', '上月退货件数', { least: 0 }),
      ]),
      step('why', 'Why', '原因分析', [
        rows('reasons', 'Reasons', '退货原因', [
          line('reason', 'Reason', '原因', MUST),
          number('cases', 'Cases', '单数'),
          number('units', 'Units', '件数'),
        ]),
        rows('topSkus', 'Products that came back most', '退货最多的商品', [
          line('sku', 'SKU', 'SKU', MUST),
          line('title', 'Product', '商品'),
          number('units', 'Units', '件数'),
        ]),
        rows('responsible', 'Responsible', '责任方', [
          line('party', 'Party', '责任方', MUST),
          number('units', 'Units', '件数'),
        ]),
        text('actions', 'Actions', '改进措施'),
      ]),
      step('sign', 'Signatures', '签名', [
        signature('maker', 'Made by', '制表人'),
        signature('approver', 'Approved by', '审核人', { roles: ['SV', 'MG', 'OD'] }),
      ]),
    ],
  ),
  form(
    'F8',
    ['Lost and damaged parcels', '丢件破损件登记表'],
    ['What is claimed from the carrier, in one batch.', '向承运商索赔的丢失与破损件。'],
    [
      step('parcels', 'Parcels', '包裹', [
        ...where,
        rows(
          'parcels',
          'Parcels',
          '包裹',
          [
            day('date', 'Date', '日期'),
            line('order', 'Order no.', '订单号', MUST),
            line('waybill', 'Waybill', '运单号', MUST),
            line('carrier', 'Carrier', '承运商', MUST),
            choice('type', 'Type', '类型', { LOST: ['Lost', '丢失'], DAMAGED: ['Damaged', '破损'] }, MUST),
            money('value', 'Value', '货值'),
            text('reply', 'Reply of the carrier', '承运商答复'),
            money('claim', 'Claimed', '索赔金额'),
            flag('deducted', 'Deducted', '已从运费扣除'),
          ],
          { must: true, least: 1 },
        ),
        files('evidence', 'Evidence', '凭证'),
        line('batch', 'Batch', '批次'),
      ]),
    ],
  ),
  form(
    'F14',
    ['Revisit record', '回访记录表'],
    ['What a customer says after all is done.', '售后或投诉办结后的回访。'],
    [
      step('revisit', 'Revisit', '回访', [
        line('customerNick', 'Customer', '顾客昵称', MUST),
        line('number', 'Case or order', '售后单或订单', MUST),
        choice('channel', 'How', '回访方式', CHANNELS, MUST),
        flag('solved', 'Solved', '是否已解决', MUST),
        number('score', 'Score from 1 to 5', '满意度（1–5）', { must: true, least: 1, most: 5 }),
        text('suggestion', 'Suggestion', '顾客建议'),
        text('next', 'What is next', '后续安排', { must: true, when: { field: 'solved', in: [false] } }),
        byWhom,
      ]),
    ],
  ),
  form(
    'F15',
    ['Department feedback', '部门反馈表'],
    ['What another department has to answer or mend.', '需其他部门答复或改进的事项。'],
    [
      step('feedback', 'Feedback', '反馈', [
        choice(
          'kind',
          'Type',
          '反馈类型',
          {
            PRODUCT: ['Product', '商品'],
            PROCESS: ['Process', '流程'],
            SYSTEM: ['System', '系统'],
            PACKING: ['Packing', '包装'],
            LOGISTICS: ['Logistics', '物流'],
            OTHER: ['Other', '其他'],
          },
          MUST,
        ),
        line('source', 'Source', '来源', MUST),
        text('description', 'Description', '问题描述', MUST),
        files('evidence', 'Evidence', '凭证'),
        choice('department', 'Department', '责任部门', DEPARTMENTS, MUST),
        day('due', 'Due', '要求完成日期', MUST),
      ]),
      step('answer', 'Answer', '处理结果', [
        text('result', 'Result', '处理结果', MUST),
        flag('verified', 'Verified', '是否已验证', MUST),
        signature('verifier', 'Verified by', '验证人', { when: { field: 'verified', in: [true] }, must: true }),
      ]),
    ],
  ),
  form(
    'F17',
    ['Concession request', '让利补偿申请表'],
    ['What is given beyond the rule, and who allowed it.', '超出规定的让利或补偿及其审批。'],
    [
      step('request', 'Request', '申请', [
        line('customerNick', 'Customer', '顾客昵称', MUST),
        line('orderNumber', 'Order no.', '订单号', MUST),
        money('amount', 'Amount', '申请金额', MUST),
        text('reason', 'Reason', '申请理由', MUST),
        money('limit', 'Own limit', '本人权限额度'),
        byWhom,
      ]),
      step('decision', 'Decision', '审批', [
        choice(
          'decision',
          'Decision',
          '审批结果',
          { GRANTED: ['Granted', '同意'], LESS: ['Granted in part', '部分同意'], REFUSED: ['Refused', '不同意'] },
          MUST,
        ),
        money('granted', 'Granted amount', '批准金额', { must: true, when: { field: 'decision', in: ['LESS'] } }),
        text('decisionReason', 'Why', '审批意见', { must: true, when: { field: 'decision', in: ['LESS', 'REFUSED'] } }),
        signature('approver', 'Approver', '审批人', { must: true, roles: ['TL', 'SV', 'MG', 'OD'] }),
      ]),
    ],
  ),
];
