/** @module The after-sale dispute handling plan (2.10): D1 to D11 in their order, each with its limit. */
import {
  choice,
  choices,
  done,
  files,
  flag,
  form,
  line,
  MUST,
  person,
  rows,
  signature,
  step,
  text,
  time,
} from './write.ts';

const HOUR = 60;

/** A step of the plan: what to do stands in its hint. */
const planned = (
  id: string,
  [en, zh]: readonly [string, string],
  within: number | undefined,
  [doEn, doZh]: readonly [string, string],
  fields: Parameters<typeof step>[3],
) => step(id, en, zh, fields, { hint: { en: doEn, zh: doZh }, ...(within ? { within } : {}) });

export const disputeForms = [
  form(
    'D-PLAN',
    ['Dispute handling plan', '售后纠纷处理方案'],
    ['A dispute from the freeze to the lesson, step by step.', '纠纷从冻结到整改的逐步处理。'],
    [
      planned(
        'D1',
        ['D1 Freeze', 'D1 冻结'],
        30,
        [
          'Stop templates and marketing to the customer, and give the dispute to a complaint officer.',
          '停止对该顾客的模板消息与营销触达，指派投诉专员。',
        ],
        [
          line('number', 'Case or complaint', '售后单或投诉编号'),
          person('owner', 'Owner', '负责人', MUST),
          done('frozen', 'Templates and marketing are stopped', '已停止模板消息与营销', MUST),
          choice(
            'threat',
            'Threat',
            '威胁类型',
            {
              NONE: ['None', '无'],
              MEDIA: [
                'Media or 12315: complaint officer and supervisor at once',
                '媒体或 12315：投诉专员与主管立即介入',
              ],
              INJURY: [
                'Injury: incident P1, advise medical care, keep the goods, manager',
                '人身伤害：P1 事故，建议就医并保留商品，上报经理',
              ],
              COUNTERFEIT: [
                'Says it is counterfeit: papers of authorisation, quality department',
                '质疑假货：出示授权文件，转品控',
              ],
              PRIVACY: ['Personal data leaked: security incident', '信息泄露：按安全事件处理'],
              EXTORTION: ['Extortion: supervisor; no agent pays', '敲诈勒索：转主管，客服不得付款'],
            },
            MUST,
          ),
          flag('threatHandled', 'Handled as the threat demands', '已按对应方式处理', {
            must: true,
            when: { field: 'threat', in: ['MEDIA', 'INJURY', 'COUNTERFEIT', 'PRIVACY', 'EXTORTION'] },
          }),
        ],
      ),
      planned(
        'D2',
        ['D2 Soothe and listen', 'D2 安抚倾听'],
        30,
        ['Listen to the end, and repeat the demand in your own words.', '耐心倾听，并复述顾客诉求。'],
        [text('demand', 'Demand', '顾客诉求', MUST)],
      ),
      planned(
        'D3',
        ['D3 Evidence', 'D3 收集证据'],
        4 * HOUR,
        [
          'Chat, order, product page in its version of then, waybill, photos, inspection, call log.',
          '聊天记录、订单、当时的商品页面、运单、照片、验货单与通话记录。',
        ],
        [
          choices(
            'evidenceKinds',
            'What there is',
            '证据清单',
            {
              CHAT: ['Chat', '聊天记录'],
              ORDER: ['Order', '订单'],
              PAGE: ['Product page', '商品页面'],
              WAYBILL: ['Waybill', '运单'],
              PHOTO: ['Photos', '照片'],
              INSPECTION: ['Inspection', '验货单'],
              CALL: ['Call log', '通话记录'],
            },
            MUST,
          ),
          files('evidence', 'Files', '附件'),
          text('evidenceNote', 'Remarks', '证据说明'),
        ],
      ),
      planned(
        'D4',
        ['D4 Fault', 'D4 判定责任'],
        8 * HOUR,
        ['Say what was at fault, and on what that rests.', '判定责任并写明依据。'],
        [
          choice(
            'fault',
            'At fault',
            '责任原因',
            {
              PRODUCT: ['Product', '商品'],
              DESCRIPTION: ['Description', '描述'],
              SERVICE: ['Service', '服务'],
              LOGISTICS: ['Logistics', '物流'],
              CUSTOMER_USE: ['Use by the customer', '顾客使用'],
              MALICIOUS: ['Malicious', '恶意'],
              UNCLEAR: ['Unclear', '不明'],
            },
            MUST,
          ),
          text('faultBasis', 'Basis', '判定依据', MUST),
        ],
      ),
      planned(
        'D5',
        ['D5 Rules', 'D5 规则核对'],
        8 * HOUR,
        ['The law first, then the platform, then the promise of the shop.', '先法定底线，再平台规则，最后店铺承诺。'],
        [text('ruleIds', 'Rules by their ids', '适用规则编号', MUST)],
      ),
      planned(
        'D6',
        ['D6 Offers', 'D6 协商方案'],
        24 * HOUR,
        [
          'Explain, then reship or repair, then exchange, then refund, then refund and compensation; two rounds at most before a supervisor.',
          '解释说明 → 补发或维修 → 换货 → 退款 → 退款并补偿；最多两轮，未果转主管。',
        ],
        [
          rows(
            'offers',
            'Offers and answers',
            '方案与答复',
            [
              choice(
                'offer',
                'Offer',
                '方案',
                {
                  EXPLAIN: ['Explain', '解释说明'],
                  RESHIP: ['Reship', '补发'],
                  REPAIR: ['Repair', '维修'],
                  EXCHANGE: ['Exchange', '换货'],
                  REFUND: ['Refund', '退款'],
                  REFUND_AND_MORE: ['Refund and compensation', '退款并补偿'],
                },
                MUST,
              ),
              text('answer', 'Answer', '顾客答复', MUST),
            ],
            { must: true, least: 1, most: 6 },
          ),
          flag('agreed', 'Agreed', '是否达成一致', MUST),
        ],
      ),
      planned(
        'D7',
        ['D7 Escalation', 'D7 升级'],
        48 * HOUR,
        ['To the supervisor after 24 hours, to the manager after 48.', '24 小时升级主管，48 小时升级经理。'],
        [
          choice(
            'escalatedTo',
            'Escalated to',
            '升级至',
            {
              NOBODY: ['Nobody: it was settled', '未升级，已解决'],
              SUPERVISOR: ['Supervisor', '主管'],
              MANAGER: ['Manager', '经理'],
            },
            MUST,
          ),
          text('escalationReason', 'Reason', '升级原因', {
            must: true,
            when: { field: 'escalatedTo', in: ['SUPERVISOR', 'MANAGER'] },
          }),
        ],
      ),
      planned(
        'D8',
        ['D8 Mediation by the platform', 'D8 平台介入'],
        undefined,
        ['Prepare the defence and submit it before the platform’s deadline.', '准备申诉材料，并在平台期限前提交。'],
        [
          flag('platform', 'The platform has stepped in', '平台已介入', MUST),
          time('platformDeadline', 'Deadline of the platform', '平台期限', {
            must: true,
            when: { field: 'platform', in: [true] },
          }),
          text('submissionProof', 'Proof of submission', '提交凭证', {
            must: true,
            when: { field: 'platform', in: [true] },
          }),
        ],
      ),
      planned(
        'D9',
        ['D9 Execution', 'D9 执行'],
        24 * HOUR,
        ['Do what was decided.', '执行处理决定。'],
        [line('executionNo', 'Number of the refund or the parcel', '退款单号或运单号', MUST)],
      ),
      planned(
        'D10',
        ['D10 Revisit', 'D10 回访'],
        48 * HOUR,
        ['Ask the customer after 48 hours; answer their review.', '48 小时内回访，并回复评价。'],
        [text('revisitResult', 'Result', '回访结果', MUST)],
      ),
      planned(
        'D11',
        ['D11 Lesson', 'D11 整改'],
        7 * 24 * HOUR,
        [
          'Root cause, rectification, knowledge; the cost goes to whoever is responsible.',
          '查明根因、落实整改、更新知识库，费用由责任方承担。',
        ],
        [
          text('rootCause', 'Root cause', '根本原因', MUST),
          line('rectification', 'Number of the rectification', '整改单号', MUST),
          signature('closedBy', 'Closed by', '结案人', { must: true, roles: ['CO', 'SV', 'MG'] }),
        ],
      ),
    ],
    { ordered: true },
  ),
];
