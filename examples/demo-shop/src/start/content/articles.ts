/** @module What the demo's desk knows from the start, in both languages. */

export interface DemoArticle {
  readonly category: 'PRODUCT_QUESTION' | 'OPERATION_GUIDE' | 'POLICY' | 'TECH_SUPPORT';
  readonly audience: 'PUBLIC' | 'INTERNAL';
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  readonly keywords: readonly string[];
}

export const DEMO_ARTICLES: readonly DemoArticle[] = [
  {
    category: 'POLICY',
    audience: 'PUBLIC',
    title: { zh: '退货与退款', en: 'Returns and refunds' },
    body: {
      zh: '收到商品后 30 天内，商品完好可申请退货。在聊天窗口选择订单、商品和原因即可提交，提交前会显示退款金额。\n\n- 质量问题请附照片，运费由我们承担。\n- 退款退回原支付方式；礼品卡即时到账，其他方式一般需要 5–7 个工作日。',
      en: 'Goods in good condition can be returned within 30 days of delivery. Choose the order, the items and the reason in the chat; you see the refund before you confirm.\n\n- For a defect please add a photo; we pay the freight.\n- The money goes back to the method you paid by: a gift card at once, other methods usually in 5 to 7 business days.',
    },
    keywords: ['退货', '退款', 'return', 'refund'],
  },
  {
    category: 'POLICY',
    audience: 'PUBLIC',
    title: { zh: '换货', en: 'Exchanges' },
    body: {
      zh: '尺码或颜色不合适时，收货后 30 天内可换成同一商品的其他规格，差价多退少补。所选规格须有货。',
      en: 'When a size or colour does not suit you, an item can be exchanged within 30 days of delivery for another option of the same product. The difference is paid or refunded, and the new option has to be in stock.',
    },
    keywords: ['换货', '尺码', '颜色', 'exchange', 'size', 'colour'],
  },
  {
    category: 'OPERATION_GUIDE',
    audience: 'PUBLIC',
    title: { zh: '取消订单或修改地址', en: 'Cancel an order or change its address' },
    body: {
      zh: '发货前可以在聊天窗口取消订单，或修改收货地址、支付方式和商品规格。发货后请改为申请退货。',
      en: 'Until it is dispatched an order can be cancelled in the chat, or its address, payment and options changed. Once it is on its way, please ask for a return instead.',
    },
    keywords: ['取消', '地址', 'cancel', 'address'],
  },
  {
    category: 'OPERATION_GUIDE',
    audience: 'PUBLIC',
    title: { zh: '查询物流', en: 'Track a parcel' },
    body: {
      zh: '发货后聊天窗口会告诉您承运商、运单号和预计送达日期。在“我的订单”里可以看到每一次扫描记录。运单号通常在发货后数小时内可查。',
      en: 'When an order is dispatched the chat tells you the carrier, the number and the day it should arrive. Every scan is shown under “My orders”. A number can usually be tracked a few hours after dispatch.',
    },
    keywords: ['物流', '快递', '运单', 'tracking', 'parcel', 'delivery'],
  },
  {
    category: 'OPERATION_GUIDE',
    audience: 'PUBLIC',
    title: { zh: '支付方式与礼品卡', en: 'Payment methods and gift cards' },
    body: {
      zh: '支持银行卡、PayPal 和礼品卡。礼品卡余额不足时请选择其他方式。发货前可以更换一次支付方式，原方式的款项会退回。',
      en: 'We take cards, PayPal and gift cards. When a gift card does not cover the amount, please choose another method. The method can be changed once before dispatch; the first payment is given back.',
    },
    keywords: ['支付', '礼品卡', 'payment', 'gift card', 'paypal'],
  },
  {
    category: 'PRODUCT_QUESTION',
    audience: 'PUBLIC',
    title: { zh: '水杯的保温与清洗', en: 'Water bottles: keeping warm and cleaning' },
    body: {
      zh: '不锈钢水杯为双层结构，可保冷或保温；玻璃和塑料水杯不保温。不锈钢水杯请手洗，玻璃水杯可放洗碗机。',
      en: 'Steel bottles have a double wall and keep drinks cold or warm; glass and plastic ones do not. Please wash steel bottles by hand; glass bottles may go into the dishwasher.',
    },
    keywords: ['水杯', '保温', 'bottle', 'dishwasher'],
  },
  {
    category: 'TECH_SUPPORT',
    audience: 'PUBLIC',
    title: { zh: '耳机无法连接怎么办', en: 'Headphones do not connect' },
    body: {
      zh: '1. 充电十分钟。\n2. 长按电源键七秒，直到指示灯交替闪烁。\n3. 在手机的蓝牙设置里删除旧记录后重新配对。\n\n仍然不行时请联系我们，15 天内可退换，12 个月内可维修。',
      en: '1. Charge them for ten minutes.\n2. Hold the power button for seven seconds until the light blinks in turn.\n3. Remove the old entry in the Bluetooth settings of your phone and pair again.\n\nIf that does not help, write to us: returns and exchanges for 15 days, repair for 12 months.',
    },
    keywords: ['耳机', '蓝牙', '连接', 'headphones', 'bluetooth', 'pair'],
  },
  {
    category: 'PRODUCT_QUESTION',
    audience: 'PUBLIC',
    title: { zh: '鞋服尺码怎么选', en: 'Which size to choose' },
    body: {
      zh: '跑鞋和登山鞋建议比平时大半码；T 恤为常规版型，介于两码之间请选大一码。',
      en: 'Take running shoes and hiking boots half a size larger than usual. T-shirts have a regular fit; between two sizes choose the larger one.',
    },
    keywords: ['尺码', '鞋', 'T恤', 'size', 'shoes', 't-shirt'],
  },
  {
    category: 'POLICY',
    audience: 'INTERNAL',
    title: { zh: '谁可以批准多少退款', en: 'Who may approve which refund' },
    body: {
      zh: '客服在自己的额度内直接批准，超出额度转主管（SV）。例外需要写明理由。查看“政策”里的审批表。',
      en: 'Agents approve within their own limit; above it a supervisor (SV) decides. An exception needs a reason. The limits are in the approval table under “Policies”.',
    },
    keywords: ['审批', '额度', 'approval', 'limit'],
  },
  {
    category: 'OPERATION_GUIDE',
    audience: 'INTERNAL',
    title: { zh: '仓库验货步骤', en: 'How the warehouse inspects a return' },
    body: {
      zh: '1. 核对售后单号与件数。\n2. 检查外观、配件和赠品，拍照。\n3. 选择“通过”“部分通过”或“不通过”；后两者须写说明并附照片。',
      en: '1. Compare the case number and the pieces.\n2. Look at the state, the accessories and gifts, and take photos.\n3. Choose pass, partial or fail; the latter two need a note and a photo.',
    },
    keywords: ['验货', '仓库', 'inspection', 'warehouse'],
  },
];
