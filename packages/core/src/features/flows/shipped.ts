/** @module The flows that come with the desk (default content 2.5; R-POL-04 for that of tickets). */
import type { z } from 'zod';
import type { Words } from '../../kernel/entity.ts';
import type { FlowContent } from './check.ts';
import type { checkpoint } from './codes.ts';
import type { FlowClock, FlowNode, FlowOwner, FlowStart } from './entities.ts';

export interface ShippedFlow extends FlowContent {
  readonly code: string;
  readonly name: Words;
}

type Checkpoint = z.output<typeof checkpoint>;
/** `AA`: a role. `CUSTOMER` and `SYSTEM` are themselves. */
type Who = string;
type Row = readonly [
  code: string,
  name: readonly [en: string, zh: string],
  who: readonly Who[],
  does: readonly [en: string, zh: string],
  clock: FlowClock,
  output: readonly [en: string, zh: string],
  /** Where it leads; absent: to the row below. */
  next?: readonly string[],
  checkpoints?: readonly Checkpoint[],
];

const service = (minutes: number): FlowClock => ({ kind: 'SERVICE', minutes });
const office = (hours: number): FlowClock => ({ kind: 'OFFICE', minutes: hours * 60 });
const wall = (hours: number): FlowClock => ({ kind: 'WALL', minutes: hours * 60 });
const named = (kind: 'SAME_DAY' | 'AT_ONCE' | 'REPLY' | 'POLICY'): FlowClock => ({ kind, minutes: null });
const [SAME_DAY, AT_ONCE, REPLY, POLICY] = [named('SAME_DAY'), named('AT_ONCE'), named('REPLY'), named('POLICY')];
const SELF: readonly string[] = ['CUSTOMER', 'SYSTEM'];

const words = ([en, zh]: readonly [string, string]): { zh: string; en: string } => ({ zh, en });
const owner = (who: Who): FlowOwner =>
  SELF.includes(who) ? { kind: who as 'CUSTOMER' | 'SYSTEM', code: '' } : { kind: 'ROLE', code: who };

const nodesOf = (rows: readonly Row[]): FlowNode[] =>
  rows.map(([code, name, who, does, clock, output, next, checkpoints = []], index) => ({
    code,
    name: words(name),
    does: words(does),
    owners: who.map(owner),
    clock,
    output: words(output),
    checkpoints: [...checkpoints],
    next: [...(next ?? (rows[index + 1] ? [rows[index + 1]?.[0] ?? ''] : []))],
  }));

const starting = (node: string, intents: readonly FlowStart['intent'][]): FlowStart[] =>
  intents.map((intent) => ({ intent, node }));

const FRONT = ['PA', 'AA', 'SM'] as const;
const BACK = ['CO', 'TS', 'FC', 'SV'] as const;

const TICKET: readonly Row[] = [
  [
    'K1',
    ['Reception', '顾客接待'],
    FRONT,
    ['Greet the customer, identify customer and order', '接待顾客，核对顾客身份与订单'],
    service(30),
    ['Ticket accepted, with its owner', '受理并确定负责人'],
    undefined,
    ['RECEPTION'],
  ],
  [
    'K2',
    ['Problem record', '问题记录'],
    FRONT,
    ['Write down what happened, and what the customer wants', '记录事实经过与顾客诉求'],
    service(60),
    ['The record of the front office', '前台问题记录'],
    undefined,
    ['RECORD'],
  ],
  [
    'K3',
    ['Transfer', '问题转接'],
    FRONT,
    ['Hand over to who can solve it, or say why not', '转交能解决的部门，或说明无需转交的原因'],
    service(60),
    ['To whom and why, or why it stays', '转交对象与原因，或无需转交的原因'],
    ['K4', 'K5'],
    ['TRANSFER'],
  ],
  [
    'K4',
    ['Handling', '后台处理'],
    BACK,
    ['Look into it, decide, carry it out', '核实、决定并执行'],
    office(16),
    ['The result of the back office', '后台处理结果'],
  ],
  [
    'K5',
    ['Result feedback', '结果反馈'],
    FRONT,
    ['Tell the customer the result and ask whether it is solved', '告知顾客结果并确认是否解决'],
    service(240),
    ['What the customer was told', '告知顾客的内容'],
    undefined,
    ['FEEDBACK'],
  ],
];

const CONSULTATION: readonly Row[] = [
  [
    'C1',
    ['Enter queue', '进入队列'],
    ['SYSTEM'],
    ['Identify customer, page, cart and history; robot greeting', '识别顾客、页面、购物车与历史，智能助手欢迎'],
    AT_ONCE,
    ['Intent guess', '意图预判'],
  ],
  [
    'C2',
    ['Greet', '问候'],
    ['PA'],
    ['Greeting script, ask how to help', '使用欢迎语，询问需求'],
    { kind: 'SERVICE', minutes: 1 },
    ['First reply', '首次回复'],
  ],
  [
    'C3',
    ['Understand need', '了解需求'],
    ['PA'],
    [
      'Ask use, budget, recipient and concerns; fill in the need profile; classify',
      '询问用途、预算、对象与顾虑，填写需求档案并分类',
    ],
    service(3),
    ['Intent and priority', '意图与优先级'],
  ],
  [
    'C4',
    ['Answer and recommend', '解答与推荐'],
    ['PA'],
    ['Product panel, article, comparison, demo', '商品面板、知识文章、对比、演示'],
    REPLY,
    ['Answer logged', '已记录解答'],
  ],
  [
    'C5',
    ['Promotion and related sale', '优惠与关联销售'],
    ['PA'],
    ['Cheapest plan, distance to the gift, complements', '最优方案、满赠差额、搭配商品'],
    REPLY,
    ['Recommendation', '推荐方案'],
    ['C6', 'C7'],
  ],
  [
    'C6',
    ['Handle objection', '处理异议'],
    ['PA'],
    [
      'Position script on price, trust and delivery; concession within the limit',
      '价格、信任、物流异议话术，限额内让步',
    ],
    REPLY,
    ['Concession, if any', '让步内容（如有）'],
  ],
  [
    'C7',
    ['Close and verify', '促成与核对'],
    ['PA'],
    ['Order link, confirmation card, dispatch and arrival', '发送下单链接、确认卡片、发货与到货时间'],
    REPLY,
    ['Order, or the reason for none', '订单或未成交原因'],
    ['C8', 'C9', 'C10'],
  ],
  [
    'C8',
    ['Unpaid follow-up', '催付跟进'],
    ['PA'],
    ['Nudge before the cut-off; reminder after 12 hours', '截单前提醒，12 小时后再提醒'],
    POLICY,
    ['Paid or closed', '已付款或已关闭'],
    ['C10'],
  ],
  [
    'C9',
    ['Hand-over', '转接'],
    ['PA', 'AA', 'TS', 'CO'],
    ['Reason and summary', '说明原因与摘要'],
    { kind: 'WALL', minutes: 10 },
    ['Transfer record', '转接记录'],
    ['C10'],
  ],
  [
    'C10',
    ['Farewell and rating', '道别与评价'],
    ['PA'],
    ['Thanks, survey', '致谢并邀请评价'],
    REPLY,
    ['Rating', '满意度评价'],
  ],
  [
    'C11',
    ['Record and follow-up', '记录与跟进'],
    ['PA'],
    ['Tags, summary, task where nothing was bought', '打标签、写摘要、未成交建任务'],
    { kind: 'WALL', minutes: 3 },
    ['Timeline entry', '时间线记录'],
  ],
];

const SHIPPING: readonly Row[] = [
  [
    'S1',
    ['Order review', '订单审核'],
    ['FC'],
    ['Remarks, flag, coverage, stock', '核对备注、旗标、配送范围与库存'],
    POLICY,
    ['Released, or an exception', '放行或异常'],
  ],
  [
    'S2',
    ['Print and pick', '打单配货'],
    ['FC', 'WH'],
    ['Bright remark box', '醒目显示备注'],
    SAME_DAY,
    ['Printed', '已打印'],
  ],
  [
    'S3',
    ['Pack and check', '打包核对'],
    ['WH'],
    ['Count equals parcels', '件数与包裹数一致'],
    SAME_DAY,
    ['Pack check', '打包核对记录'],
  ],
  [
    'S4',
    ['Courier hand-over', '交接快递'],
    ['FC'],
    ['Pick-up log', '揽收登记'],
    wall(24),
    ['Tracking number', '运单号'],
  ],
  [
    'S5',
    ['Notify customer', '通知顾客'],
    ['SYSTEM'],
    ['Number and estimated arrival', '运单号与预计送达'],
    wall(1),
    ['Message', '通知消息'],
  ],
  [
    'S6',
    ['In-transit watch', '在途监控'],
    ['SYSTEM', 'PA', 'AA'],
    ['No scan for 48 hours, arrival passed, exception scan', '48 小时无轨迹、超预计送达、异常扫描'],
    wall(24),
    ['Parcel issue', '包裹问题记录'],
    ['S7', 'S11'],
    ['RECEPTION', 'RECORD'],
  ],
  [
    'S7',
    ['Contact courier office', '联系快递网点'],
    ['PA', 'AA', 'FC'],
    ['Phone, result', '电话核实并记录结果'],
    service(240),
    ['Call record', '通话记录'],
    undefined,
    ['TRANSFER'],
  ],
  [
    'S8',
    ['Inform customer', '告知顾客'],
    ['PA', 'AA'],
    ['State, next date, option: wait, send again, refund', '告知状态、下次时间与选项：等待、补发、退款'],
    wall(24),
    ['Message', '通知消息'],
    ['S9', 'S11'],
  ],
  [
    'S9',
    ['Decide', '处理决定'],
    ['AA'],
    ['Send again, refund, claim', '补发、退款、理赔'],
    wall(72),
    ['Case', '售后单'],
    ['S10', 'S12'],
  ],
  [
    'S10',
    ['Claim to finance', '提交财务理赔'],
    ['FC', 'FN'],
    ['Batch', '按批次提交'],
    POLICY,
    ['Deduction', '扣款结果'],
    ['S12'],
  ],
  [
    'S11',
    ['Delivered check', '签收回访'],
    ['SYSTEM'],
    ['A day after delivery: satisfaction and usage message', '签收次日：满意度与使用提醒'],
    wall(24),
    ['Follow-up', '跟进结果'],
  ],
  [
    'S12',
    ['Close and archive', '结案归档'],
    ['AA'],
    ['Cause, cost, responsible party', '原因、费用、责任方'],
    service(480),
    ['Record', '归档记录'],
    undefined,
    ['FEEDBACK'],
  ],
];

const RETURNS: readonly Row[] = [
  [
    'T1',
    ['Request', '提交申请'],
    ['CUSTOMER', 'AA', 'PA'],
    ['Type, reason, items, photos', '类型、原因、商品、照片'],
    service(30),
    ['Case requested', '售后申请'],
    undefined,
    ['RECEPTION', 'RECORD'],
  ],
  [
    'T2',
    ['Check order and policy', '核对订单与政策'],
    ['SYSTEM'],
    ['Window, condition, exclusion, who pays the freight', '时限、状态、例外、运费承担方'],
    AT_ONCE,
    ['Eligibility with its rules', '资格判定与依据条款'],
  ],
  [
    'T3',
    ['Apologise and diagnose', '致歉与诊断'],
    ['AA'],
    ['Quality: apology, usage check, evidence', '质量问题：致歉、排查使用、收集凭证'],
    service(120),
    ['Diagnosis', '诊断结果'],
  ],
  [
    'T4',
    ['Agree solution', '协商方案'],
    ['AA', 'CUSTOMER'],
    ['Refund, exchange, repair, send again, compensate or explain', '退款、换货、维修、补发、补偿或解释'],
    wall(24),
    ['Agreement', '协商一致的方案'],
    ['T5', 'T13'],
  ],
  [
    'T5',
    ['Approve', '审批'],
    ['AA', 'SV'],
    ['Within the limits of the policy', '按政策限额审批'],
    wall(24),
    ['Approved or rejected, with the reason', '批准或拒绝及原因'],
    ['T6', 'T10', 'T13'],
    ['TRANSFER'],
  ],
  [
    'T6',
    ['Give return address and notes', '告知退货地址与须知'],
    ['AA'],
    ['Address, contact, note with the case number enclosed', '地址、联系人、随附售后单号'],
    service(60),
    ['Instruction', '退货指引'],
  ],
  [
    'T7',
    ['Customer ships back', '顾客寄回'],
    ['CUSTOMER'],
    ['Carrier and number', '快递公司与运单号'],
    wall(168),
    ['In transit', '已寄出'],
  ],
  [
    'T8',
    ['Receive', '签收'],
    ['WH'],
    ['Scan, photo of the parcel', '扫码、拍摄包裹'],
    SAME_DAY,
    ['Received', '已签收'],
  ],
  [
    'T9',
    ['Inspect', '验货'],
    ['WH'],
    ['Quantity, condition, accessories, gifts', '数量、状态、配件、赠品'],
    wall(24),
    ['Passed, failed or in part', '通过、不通过或部分通过'],
    ['T10', 'T11'],
  ],
  [
    'T10',
    ['Execute', '执行方案'],
    ['AA', 'FN', 'WH'],
    ['Refund, send the replacement, repair', '退款、寄出换货、维修'],
    wall(24),
    ['Refunded or sent again', '已退款或已补发'],
    ['T12'],
  ],
  [
    'T11',
    ['Inspection failed', '验货不通过'],
    ['AA', 'SV'],
    ['Photos to the customer; goods back, part refund or dispute', '向顾客出示照片；退回、部分退款或争议'],
    wall(24),
    ['Decision', '处理决定'],
    ['T12'],
  ],
  [
    'T12',
    ['Record, cause, restock', '登记原因与入库'],
    ['AA', 'WH'],
    ['Reason, responsible party, cost, stock', '原因、责任方、费用、库存处理'],
    wall(24),
    ['Archive', '归档记录'],
  ],
  [
    'T13',
    ['Revisit', '回访'],
    ['AA'],
    ['Is the customer satisfied?', '确认顾客是否满意'],
    wall(48),
    ['Closed or begun anew', '结案或重新处理'],
    undefined,
    ['FEEDBACK'],
  ],
];

export const SHIPPED_FLOWS: readonly ShippedFlow[] = [
  {
    code: 'TICKET',
    name: { en: 'Ticket', zh: '工单处理流程' },
    nodes: nodesOf(TICKET),
    starts: starting('K1', ['INVOICE', 'ORDER', 'PAYMENT', 'ACCOUNT', 'TECH', 'COMPLAINT', 'SUGGESTION', 'OTHER']),
  },
  {
    code: 'CONSULTATION',
    name: { en: 'Online consultation', zh: '在线咨询服务流程' },
    nodes: nodesOf(CONSULTATION),
    starts: [],
  },
  {
    code: 'SHIPPING',
    name: { en: 'Shipping after-sale', zh: '网店发货售后流程' },
    nodes: nodesOf(SHIPPING),
    starts: starting('S6', ['LOGISTICS']),
  },
  {
    code: 'RETURNS',
    name: { en: 'Return and exchange after-sale', zh: '网店退换货售后流程' },
    nodes: nodesOf(RETURNS),
    starts: starting('T1', ['QUALITY', 'USAGE', 'RETURN', 'EXCHANGE', 'REPAIR', 'REFUND']),
  },
];
