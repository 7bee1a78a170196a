/** @module What every desk begins with, before somebody arranges it: teams, departments, posts and functions. */
import type { InputOf } from '../../kernel/entity.ts';
import type { RoleCode } from '../access/index.ts';
import type { BusinessFunction, Department, Post, Team } from './entities.ts';

type NewTeam = Omit<InputOf<typeof Team>, 'leadId'> & { readonly id: string };
type NewDepartment = Omit<InputOf<typeof Department>, 'leadId'> & { readonly id: string };
type NewPost = Omit<InputOf<typeof Post>, 'dutyVersion'> & { readonly id: string };
type NewFunction = Omit<InputOf<typeof BusinessFunction>, 'ownerId'> & { readonly id: string };

/** Customer service belongs to operations and reports to the operations director (R-ORG-03). */
export const DEFAULT_DEPARTMENTS: readonly NewDepartment[] = [
  { id: 'OPERATIONS', name: { en: 'Operations', zh: '运营部' }, parentId: null, headedBy: 'OD' },
  { id: 'CUSTOMER_SERVICE', name: { en: 'Customer service', zh: '客服部' }, parentId: 'OPERATIONS', headedBy: 'SV' },
];

/** Teams whose codes older desks knew. */
export const DEFAULT_TEAMS: readonly NewTeam[] = (
  [
    { id: 'PRE_SALE', name: { en: 'Pre-sale team', zh: '售前组' }, kind: 'FRONT', function: 'PRE', joins: ['PA'] },
    {
      id: 'AFTER_SALE',
      name: { en: 'After-sale team', zh: '售后组' },
      kind: 'FRONT',
      function: 'AFTER',
      joins: ['AA'],
    },
    {
      id: 'COMPLAINT',
      name: { en: 'Complaints team', zh: '投诉组' },
      kind: 'COMPLAINT_GROUP',
      function: 'AFTER',
      joins: ['CO'],
    },
    { id: 'TECH', name: { en: 'Technical team', zh: '技术支持组' }, kind: 'TECH', function: 'AFTER', joins: ['TS'] },
    { id: 'SOCIAL', name: { en: 'Social-media team', zh: '社媒组' }, kind: 'SOCIAL', function: null, joins: ['SM'] },
  ] as const
).map((team) => ({ ...team, joins: [...team.joins], departmentId: 'CUSTOMER_SERVICE' }));

/** Items of a duty sheet, English and Chinese by turns. */
const sheet = (...items: readonly (readonly [en: string, zh: string])[]) => items.map(([en, zh]) => ({ en, zh }));

const CHAT_DUTIES = sheet(
  ['Receive customers and ask what they need', '接待顾客并了解需求'],
  ['Answer every customer within three minutes', '三分钟内回复每位顾客'],
  ['Record the result of every conversation', '记录每次会话的处理结果'],
  ['Hand over what is open at the end of the shift', '交班时移交未完成事项'],
);

const post = (
  id: string,
  en: string,
  zh: string,
  {
    roles,
    homePath,
    duties = [],
    modes = [],
  }: {
    readonly roles: readonly RoleCode[];
    readonly homePath: string;
    readonly duties?: NewPost['duties'];
    readonly modes?: NewPost['modes'];
  },
): NewPost => ({ id, name: { en, zh }, roles: [...roles], modes, homePath, duties });

const MANAGER = sheet(
  ['Overall operation of customer service', '全面负责客服运营'],
  ['Set goals', '制定目标'],
  ['Resources for hiring and training', '招聘与培训资源'],
  ['Decide on anomalies and incidents', '异常与突发事件决策'],
  ['Coordinate complaints', '投诉协调'],
  ['VIP and festival campaigns', 'VIP 与节庆活动'],
  ['Settlement with finance', '与财务结算'],
  ['Approve policies', '审批制度'],
);
const SUPERVISOR = sheet(
  ['Draft strategy and policies', '起草策略与制度'],
  ['Roster and staffing', '排班与人员配置'],
  ['Daily board and escalations', '每日看板与升级处理'],
  ['Approve concessions, overrides and transfers', '审批优惠、例外与转接'],
  ['Appraisal and coaching', '考核与辅导'],
  ['Quality and rectification', '质量与整改'],
  ['Meetings with other departments', '跨部门会议'],
  ['Prepare campaigns', '活动准备'],
  ['Follow up the budget', '跟进预算'],
  ['Monthly report', '月度报告'],
);
const SOCIAL = sheet(
  ['Monitor mentions', '监测品牌提及'],
  ['Reply', '回复'],
  ['Calendar of the accounts', '账号内容日历'],
  ['Report crises', '危机上报'],
  ['Pass feedback on', '反馈传递'],
);
const ANALYST = sheet(['Key figures', '关键指标'], ['Trends', '趋势分析'], ['Reports', '报告'], ['Forecasts', '预测']);
const PRE_SALE = sheet(
  ['Check the shop at 10:00', '每日 10:00 检查店铺'],
  ['Receive customers', '接待顾客'],
  ['Advise on products', '产品咨询'],
  ['Offer what goes with it', '关联销售'],
  ['Explain promotions', '说明促销活动'],
  ['Check order and recipient', '核对订单与收货信息'],
  ['Follow up unpaid orders after 12 hours', '12 小时未付款跟进'],
  ['Remind of the cut-off', '截单提醒'],
  ['Set red-flag remarks', '备注插红旗'],
  ['Follow parcels of own customers', '跟踪本人顾客的物流'],
  ['Answer reviews every day', '每日回复评价'],
  ['Follow up those who did not buy', '未成交跟进'],
  ['Hand over to after-sales with a record', '售后交接并记录'],
  ['Notes for the hand-over', '交班记录'],
);
const AFTER_SALE = sheet(
  ['Handle cases', '处理售后单'],
  ['Returns, exchanges, refunds and repairs', '退换货、退款与维修'],
  ['Parcel problems', '物流异常'],
  ['Apologise and negotiate', '致歉与协商'],
  ['File the records', '记录归档'],
  ['Win back negative reviews', '差评挽回'],
  ['Revisit', '回访'],
  ['Monthly report of returns', '月度退货报表'],
  ['Quality alerts', '质量预警'],
);
const COMPLAINTS = sheet(
  ['Intake', '受理'],
  ['Investigation', '调查'],
  ['Solution', '处理方案'],
  ['Feedback to departments', '部门反馈'],
  ['Defend disputes on the platform', '平台纠纷举证'],
  ['Closing letter', '结案函'],
  ['Case file', '案卷归档'],
);
const FULFILMENT = sheet(
  ['Process in order', '按序处理'],
  ['Keep the cut-off', '遵守截单时间'],
  ['Check coverage', '核对配送范围'],
  ['Remarks on the waybill', '面单备注'],
  ['Check the packing', '打包核对'],
  ['Courier pick-up', '快递揽收'],
  ['Batch of lost parcels', '丢件批次'],
);
const TECHNICAL = sheet(
  ['Technical tickets', '技术工单'],
  ['Guides to find faults', '故障排查指引'],
  ['Reports of defects', '缺陷报告'],
);
const INSPECTOR = sheet(
  ['Sampling', '抽检'],
  ['Scoring', '评分'],
  ['Audits', '审核'],
  ['Calibration', '校准'],
  ['Check rectifications', '整改核查'],
);
const TRAINER = sheet(
  ['Needs', '培训需求'],
  ['Plan', '培训计划'],
  ['Sessions', '授课'],
  ['Exams', '考试'],
  ['Keep the knowledge base', '知识库维护'],
);

/** The seven posts of the sources (R-ORG-06), then those that the domain knows by role. */
export const DEFAULT_POSTS: readonly NewPost[] = [
  post('PHONE_AGENT', 'Phone agent', '电话客服', {
    roles: ['PA', 'AA'],
    modes: ['VOICE'],
    homePath: '/inbox',
    duties: CHAT_DUTIES,
  }),
  post('CHAT_AGENT', 'Chat agent', '在线客服', {
    roles: ['PA', 'AA'],
    modes: ['CHAT'],
    homePath: '/inbox',
    duties: CHAT_DUTIES,
  }),
  post('EMAIL_AGENT', 'E-mail agent', '邮件客服', {
    roles: ['AA'],
    modes: ['EMAIL'],
    homePath: '/work',
    duties: CHAT_DUTIES,
  }),
  post('SOCIAL_AGENT', 'Social-media agent', '社交媒体客服', { roles: ['SM'], homePath: '/inbox', duties: SOCIAL }),
  post('MANAGER', 'Manager', '客服经理', { roles: ['MG'], homePath: '/service-report', duties: MANAGER }),
  post('SUPERVISOR', 'Supervisor', '客服主管', { roles: ['SV'], homePath: '/board', duties: SUPERVISOR }),
  post('ANALYST', 'Analyst', '客服分析师', { roles: ['AN'], homePath: '/service-report', duties: ANALYST }),
  post('PRE_SALE_AGENT', 'Pre-sale agent', '售前客服', { roles: ['PA'], homePath: '/inbox', duties: PRE_SALE }),
  post('AFTER_SALE_AGENT', 'After-sale agent', '售后客服', { roles: ['AA'], homePath: '/cases', duties: AFTER_SALE }),
  post('COMPLAINT_OFFICER', 'Complaint officer', '投诉专员', {
    roles: ['CO'],
    homePath: '/complaints',
    duties: COMPLAINTS,
  }),
  post('TECHNICAL_SUPPORT', 'Technical support', '技术支持', { roles: ['TS'], homePath: '/inbox', duties: TECHNICAL }),
  post('FULFILMENT_CLERK', 'Fulfilment clerk', '综合客服', {
    roles: ['FC'],
    homePath: '/order-tasks',
    duties: FULFILMENT,
  }),
  post('SHIFT_LEAD', 'Shift lead', '班长', { roles: ['TL'], homePath: '/board', duties: CHAT_DUTIES }),
  post('OPERATIONS_DIRECTOR', 'Operations director', '运营总监', { roles: ['OD'], homePath: '/service-report' }),
  post('INSPECTOR', 'Quality inspector', '质检员', { roles: ['QI'], homePath: '/inbox', duties: INSPECTOR }),
  post('TRAINER', 'Trainer', '培训师', { roles: ['TR'], homePath: '/knowledge', duties: TRAINER }),
  post('FINANCE', 'Finance', '财务', { roles: ['FN'], homePath: '/case-list?group=PAY' }),
  post('WAREHOUSE', 'Warehouse', '仓库', { roles: ['WH'], homePath: '/case-list?group=INSPECT' }),
  post('LIAISON', 'Department liaison', '部门对接人', { roles: ['DL'], homePath: '/work' }),
  post('ADMINISTRATOR', 'Administrator', '系统管理员', { roles: ['AD'], homePath: '/stores' }),
];

const line = (
  id: string,
  name: readonly [en: string, zh: string],
  parts: readonly [en: string, zh: string],
  output: readonly [en: string, zh: string],
  ownerRoles: readonly RoleCode[],
): NewFunction => {
  const words = ([en, zh]: readonly [string, string]) => ({ en, zh });
  return { id, name: words(name), parts: words(parts), output: words(output), ownerRoles: [...ownerRoles] };
};

/** The function decomposition (content 2.1). */
export const DEFAULT_FUNCTIONS: readonly NewFunction[] = [
  line(
    'F-01',
    ['System building', '制度建设'],
    [
      'Write, approve, announce and review rules; keep flows and nodes',
      '编写、审批、发布、复审客服制度；维护流程与节点',
    ],
    ['Policy library complete, reviewed on time', '制度库完整、按时复审'],
    ['SV'],
  ),
  line(
    'F-02',
    ['Organisation and staffing', '组织与人员'],
    ['Structure, posts, headcount, hiring, scheduling', '架构、岗位、编制、招聘、排班'],
    ['Organisation chart, duty sheets, roster', '组织架构图、职责说明、排班表'],
    ['MG'],
  ),
  line(
    'F-03',
    ['Pre-sale consulting', '售前咨询'],
    ['Reception, need analysis, recommendation, promotion, closing the sale', '接待、需求分析、推荐、促销、促成成交'],
    ['Conversion, scripts, need profiles', '转化率、话术、需求档案'],
    ['PA', 'SV'],
  ),
  line(
    'F-04',
    ['In-sale follow-up', '售中跟进'],
    [
      'Order check, unpaid reminder, payment help, remarks, dispatch, parcel tracking',
      '核单、催付、付款协助、备注、发货、物流跟踪',
    ],
    ['Follow-up list, dispatch board', '跟进清单、发货看板'],
    ['PA', 'FC'],
  ),
  line(
    'F-05',
    ['After-sale service', '售后服务'],
    ['Return, exchange, refund, repair, usage help, invoice', '退货、换货、退款、维修、使用指导、发票'],
    ['Case records, monthly returns report', '售后记录、月度退货报表'],
    ['AA'],
  ),
  line(
    'F-06',
    ['Complaints and disputes', '投诉纠纷'],
    ['Intake, investigation, solution, platform defence, revisit', '受理、调查、方案、平台举证、回访'],
    ['Complaint file, dispute file', '投诉档案、纠纷档案'],
    ['CO'],
  ),
  line(
    'F-07',
    ['Customer relationship', '顾客关系'],
    ['Customer files, tiers, revisit, greetings, campaigns', '顾客档案、分级、回访、问候、活动'],
    ['Files, revisit record', '顾客档案、回访记录'],
    ['AA', 'PA'],
  ),
  line(
    'F-08',
    ['Platform and tools', '平台建设'],
    ['Dialogue platform, channels, robots, equipment', '对话平台、渠道、机器人、设备'],
    ['Availability report, asset list', '可用性报告、资产清单'],
    ['AD', 'MG'],
  ),
  line(
    'F-09',
    ['Knowledge', '知识管理'],
    ['FAQ, scripts, graph, platform rules, gaps', '常见问题、话术、图谱、平台规则、缺口处理'],
    ['Article list, gap list', '文章清单、缺口清单'],
    ['TR'],
  ),
  line(
    'F-10',
    ['Quality supervision', '质量监督'],
    ['Inspection, audit, satisfaction, rectification', '质检、审核、满意度、整改'],
    ['Scorecards, audit report', '评分卡、审核报告'],
    ['QI'],
  ),
  line(
    'F-11',
    ['Training and appraisal', '培训考核'],
    ['Need analysis, plan, delivery, exam, appraisal', '需求分析、计划、实施、考试、考核'],
    ['Plan, results', '计划、结果'],
    ['TR', 'SV'],
  ),
  line(
    'F-12',
    ['Data and reports', '数据分析'],
    ['Key figures, voice of the customer, forecasting', '指标、顾客之声、预测'],
    ['Daily, weekly and monthly reports', '日报、周报、月报'],
    ['AN'],
  ),
  line(
    'F-13',
    ['Coordination of departments', '部门协调'],
    ['Feedback, sync meetings, quality alerts', '反馈、同步会议、质量预警'],
    ['Feedback board, minutes', '反馈看板、会议纪要'],
    ['SV'],
  ),
  line(
    'F-14',
    ['Cost control', '费用控制'],
    ['Budget, compensation, cash-back, courier claims', '预算、补偿、返现、快递索赔'],
    ['Settlement sheet, budget report', '结算单、预算报告'],
    ['MG', 'FN'],
  ),
];
