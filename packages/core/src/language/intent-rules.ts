/**
 * Phrases that nearly decide the intent (2.12.5: "付款失败" is PAYMENT): editable data beside the
 * classifier, for what a shop must never misread. `*` lets an English word go on.
 * @module
 */
export const DEFAULT_INTENT_RULES: Readonly<Record<string, string>> = {
  // Goods whose names hold a word of complaint or of danger.
  PRODUCT:
    '垃圾袋|垃圾桶|垃圾箱|垃圾架|垃圾铲|垃圾处理器|垃圾分类桶|滚筒|滚轮|滚珠|急救包|急救箱|应急灯|破壁机|破洞|黑心番茄|黑心果|防烫|防烫伤|防触电|滚烫的水|滚水|防护手套|烟雾报警器|曝光补偿|曝光时间|自动曝光|双重曝光|催芽|敏感肌|' +
    'garbage bag*|garbage can*|garbage disposal*|trash can*|trash bag*|trash bin*|rubbish bag*|rubbish bin*|waste bin*|slow cooker*|slow feeder*|slow juicer*|scampi|screwdriver*|screw driver*|junk journal*|emergency kit*|' +
    'emergency light*|emergency blanket*|first aid kit*|smoke alarm*|smoke detector*|fire pit*|anti allergic|anti-allergic|sensitive skin|choker*|smoking jacket*|fake lash*|fake plant*|fake leather|board game*|blu-ray|plush',
  'PAYMENT.FAILED':
    '付款失败|支付失败|付不了款|付款不成功|支付不成功|支付异常|payment failed|payment was declined|card was declined|cannot pay|cant pay',
  'PAYMENT.BILLING': '重复扣款|多扣款|扣了两次|charged twice|double charge*|overcharg*',
  'SAFETY.INJURY': '烫伤|触电|爆炸|起火|着火|食物中毒|electric shock|exploded|caught fire|food poisoning',
  'SAFETY.ALLERGY': '过敏了|过敏反应|allergic reaction',
  'COMPLAINT.SERVICE': '我要投诉|投诉你们|file a complaint|make a complaint|want to complain',
  'LOGISTICS.LOST': '丢件|显示签收但没收到|says delivered but',
  'ORDER.CANCEL': '取消订单|取消这单|cancel my order|cancel the order',
  RETURN: '我要退货|想退货|申请退货|want to return',
  EXCHANGE: '我要换货|想换货|申请换货|want to exchange',
  'REFUND.STATE': '退款进度|还没退款|where is my refund|status of my refund',
  INVOICE: '开发票|开专票|电子发票|my invoice',
};
