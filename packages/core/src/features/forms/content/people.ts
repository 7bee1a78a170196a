/** @module Forms of people and quality: F11, F12, F13, F16, F18, F19, F20 (2.9). */
import {
  choice,
  choices,
  day,
  done,
  files,
  flag,
  form,
  line,
  money,
  MUST,
  number,
  person,
  rows,
  signature,
  step,
  text,
  time,
  where,
  type Options,
} from './write.ts';

const score = (id: string, en: string, zh: string) =>
  number(id, `${en} (1–10)`, `${zh}（1–10）`, { must: true, least: 1, most: 10 });

const OK_OR_NOT: Options = { GOOD: ['Good', '良好'], FAIR: ['Could be better', '一般'], BAD: ['Bad', '较差'] };
const rated = (id: string, en: string, zh: string) => choice(id, en, zh, OK_OR_NOT, MUST);

export const peopleForms = [
  form(
    'F11',
    ['Quality score sheet', '质检评分表'],
    ['One conversation, scored item by item.', '对一次会话逐项评分。'],
    [
      step('conversation', 'Conversation', '会话', [
        line('number', 'Conversation', '会话编号', MUST),
        person('person', 'Agent', '被检客服', MUST),
        day('date', 'Date', '质检日期', MUST),
      ]),
      step('score', 'Score', '评分', [
        rows(
          'items',
          'Items',
          '评分项',
          [
            line('item', 'Item', '项目', MUST),
            number('full', 'Full score', '满分', { must: true, least: 0 }),
            number('score', 'Score', '得分', { must: true, least: 0, decimals: 1 }),
            text('comment', 'Comment', '评语'),
          ],
          { must: true, least: 1 },
        ),
        flag('fatal', 'Fatal mistake', '致命差错', MUST),
        text('fatalWhat', 'Which', '差错说明', { must: true, when: { field: 'fatal', in: [true] } }),
        text('comment', 'Comment', '总体评语'),
        number('total', 'Score', '总分', { must: true, least: 0, most: 100, decimals: 1 }),
        text('appeal', 'Appeal', '申诉'),
        signature('inspector', 'Inspector', '质检员', { must: true, roles: ['QI', 'TL', 'SV', 'MG'] }),
      ]),
    ],
    { confidential: true },
  ),
  form(
    'F12',
    ['Training sign-in and evaluation', '培训签到评估表'],
    ['Who was there, how long, and what they think of it.', '培训出席、学时与评估。'],
    [
      step('session', 'Session', '培训场次', [
        line('session', 'Session', '培训主题', MUST),
        person('trainer', 'Trainer', '讲师', MUST),
        day('date', 'Date', '日期', MUST),
        number('hours', 'Hours', '学时', { must: true, least: 0, decimals: 1 }),
      ]),
      step('people', 'Attendees', '参训人员', [
        rows(
          'attendees',
          'Attendees',
          '参训人员',
          [
            person('person', 'Person', '姓名', MUST),
            flag('there', 'There', '到场', MUST),
            number('score', 'Score', '考核得分', { least: 0, most: 100 }),
            text('feedback', 'Feedback', '反馈'),
          ],
          { must: true, least: 1 },
        ),
        signature('trainerSign', 'Trainer', '讲师签名', MUST),
      ]),
    ],
  ),
  form(
    'F13',
    ['Appraisal sheet', '绩效考核表'],
    ['One person, one period: attainment, score, grade.', '员工当期绩效考核。'],
    [
      step('who', 'Who and when', '考核对象', [
        person('person', 'Person', '被考核人', MUST),
        line('period', 'Period', '考核周期', MUST),
      ]),
      step('scale', 'Scale', '考核指标', [
        rows(
          'items',
          'Scale',
          '指标',
          [
            line('item', 'Item', '指标', MUST),
            number('weight', 'Weight in percent', '权重（%）', { must: true, least: 0, most: 100 }),
            line('target', 'Target', '目标值'),
            line('actual', 'Actual', '实际值'),
            number('attainment', 'Attainment in percent', '达成率（%）', { least: 0, decimals: 1 }),
            number('score', 'Score', '得分', { must: true, least: 0, decimals: 1 }),
          ],
          { must: true, least: 1 },
        ),
        number('total', 'Total', '总分', { must: true, least: 0, decimals: 1 }),
        choice('grade', 'Grade', '等级', { A: ['A', 'A'], B: ['B', 'B'], C: ['C', 'C'], D: ['D', 'D'] }, MUST),
        text('comments', 'Comments', '评语', MUST),
      ]),
      step('sign', 'Signatures', '签名', [
        signature('appraiser', 'Appraiser', '考核人', { must: true, roles: ['TL', 'SV', 'MG', 'OD'] }),
        signature('appraised', 'Appraised', '被考核人', MUST),
      ]),
    ],
    { confidential: true },
  ),
  form(
    'F16',
    ['Incident report', '异常事故报告'],
    ['Something went wrong: what, how badly, what was done.', '异常或事故的发现、影响与处理。'],
    [
      step('report', 'Report', '报告', [
        choice(
          'kind',
          'Kind',
          '类型',
          {
            SYSTEM: ['System', '系统故障'],
            PRICE: ['Wrong price', '价格错误'],
            STOCK: ['Stock', '库存异常'],
            LOGISTICS: ['Logistics', '物流异常'],
            INJURY: ['Injury', '人身伤害'],
            PRIVACY: ['Personal data', '信息泄露'],
            REPUTATION: ['Reputation', '舆情'],
            OTHER: ['Other', '其他'],
          },
          MUST,
        ),
        choice(
          'severity',
          'Severity',
          '级别',
          {
            P1: ['P1: many customers or an injury', 'P1：大面积影响或人身伤害'],
            P2: ['P2: some customers', 'P2：部分顾客受影响'],
            P3: ['P3: few customers', 'P3：少数顾客受影响'],
          },
          MUST,
        ),
        time('foundAt', 'Found at', '发现时间', MUST),
        text('impact', 'Impact', '影响范围', MUST),
        files('evidence', 'Evidence', '凭证'),
      ]),
      step('action', 'Action', '处理', [
        text('action', 'Action', '处理措施', MUST),
        person('owner', 'Owner', '负责人', MUST),
        time('closedAt', 'Closed at', '关闭时间', MUST),
        signature('manager', 'Manager', '经理', {
          must: true,
          roles: ['SV', 'MG', 'OD'],
          when: { field: 'severity', in: ['P1'] },
        }),
      ]),
    ],
  ),
  form(
    'F18',
    ['Daily or weekly report', '日报／周报'],
    ['What a team did, and what it plans.', '团队当期工作与计划。'],
    [
      step('figures', 'Figures', '数据', [
        choice('period', 'Period', '周期', { DAY: ['Day', '日报'], WEEK: ['Week', '周报'] }, MUST),
        ...where,
        number('contacts', 'Contacts', '接待量', { must: true, least: 0 }),
        number('replies', 'Replies within 3 minutes, in percent', '3 分钟回复率（%）', {
          least: 0,
          most: 100,
          decimals: 1,
        }),
        number('csat', 'Satisfaction in percent', '满意度（%）', { least: 0, most: 100, decimals: 1 }),
        rows('sales', 'Sales', '销售', [
          money('amount', 'Amount', '销售额'),
          number('orders', 'Orders', '订单数', { least: 0 }),
        ]),
        number('cases', 'Cases', '售后单', { least: 0 }),
        number('complaints', 'Complaints', '投诉', { least: 0 }),
      ]),
      step('text', 'Problems and plan', '问题与计划', [
        text('problems', 'Problems', '存在问题', MUST),
        text('plan', 'Plan', '下期计划', MUST),
        person('agent', 'Written by', '填写人'),
      ]),
    ],
  ),
  form(
    'F19',
    ['Candidate scorecard', '应聘评分表'],
    ['One candidate, scored by the same ten questions as all others.', '以统一的十项标准评估应聘者。'],
    [
      step('candidate', 'Candidate', '应聘者', [
        line('candidate', 'Name', '姓名', MUST),
        day('date', 'Date', '面试日期', MUST),
      ]),
      step('scores', 'Scores', '评分', [
        score('education', 'Education', '学历'),
        score('experience', 'Experience', '经验'),
        score('typing', 'Typing', '打字'),
        score('communication', 'Communication', '沟通'),
        score('serviceMind', 'Service mind', '服务意识'),
        score('productSense', 'Sense for products', '商品理解'),
        score('adaptability', 'Adaptability', '应变'),
        score('stress', 'Stress', '抗压'),
        score('learning', 'Learning', '学习'),
        number('total', 'Total', '总分', { must: true, least: 9, most: 90 }),
        text('comment', 'Comment', '评语'),
        signature('interviewer', 'Interviewer', '面试官', { must: true, roles: ['TL', 'SV', 'MG', 'OD', 'TR'] }),
      ]),
    ],
    { confidential: true },
  ),
  form(
    'F20',
    ['Work environment check', '工作环境检查表'],
    ['Whether people can work well at their places.', '检查工位与环境是否适宜。'],
    [
      step('check', 'Check', '检查', [
        ...where,
        rated('air', 'Air', '空气'),
        rated('noise', 'Noise', '噪音'),
        rated('light', 'Light', '照明'),
        rated('seat', 'Seats', '座椅'),
        rated('screen', 'Screens', '显示器'),
        number('temperature', 'Temperature in °C', '温度（°C）', { must: true, least: -20, most: 60, decimals: 1 }),
        rated('equipment', 'Equipment', '设备'),
        choices('lacking', 'What is bad', '需改善项', {
          AIR: ['Air', '空气'],
          NOISE: ['Noise', '噪音'],
          LIGHT: ['Light', '照明'],
          SEAT: ['Seats', '座椅'],
          SCREEN: ['Screens', '显示器'],
          TEMPERATURE: ['Temperature', '温度'],
          EQUIPMENT: ['Equipment', '设备'],
        }),
        text('action', 'Action', '改善措施', { must: true, when: { field: 'lacking', filled: true } }),
        done('toldPeople', 'The people at these places know of it', '已告知相关员工'),
      ]),
    ],
  ),
];
