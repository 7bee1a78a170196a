/** @module Complaints to look at: in most states, over ninety days, in both languages. */
import { DEMO_CUSTOMER, type DemoCourse, type DemoStep } from '../../kernel/demo.ts';

const ABOUT = ['杯子收到时已碎', 'A lamp without a switch', '色差太大，与图片不符', 'Two weeks and no parcel'];
const MORE = ['客服答复前后不一', 'The zip broke on day one', '赠品漏发', 'Charged twice for one tea', '发票抬头开错'];
const CHANNELS = ['PHONE', 'EMAIL', 'SOCIAL', 'REVIEW', 'WALK_IN', 'PLATFORM'];
const CAUSES = ['PRODUCT', 'DESCRIPTION', 'LOGISTICS', 'SERVICE', 'UNCLEAR'];

/** Every fourth is a customer’s own, who decides about the solution and is told by the desk. */
const isOwn = (n: number): boolean => n % 4 === 1;

const course = (n: number): DemoStep[] => [
  ['CO', 'acknowledgeComplaint', {}, n % 4 ? 0.2 : 2],
  ['CO', 'investigateComplaint', { departments: [{ department: 'WAREHOUSE', question: '打包时是否完好？' }] }],
  ['DL', 'answerComplaintTask', { department: 'WAREHOUSE', answer: '出库时完好。' }, 5],
  ['CO', 'proposeSolution', { causeCode: CAUSES[n % 5], options: [{ text: '重新发货', amount: 0 }] }],
  n % 6
    ? [isOwn(n) ? DEMO_CUSTOMER : 'CO', 'acceptSolution']
    : ['CO', 'refuseSolution', { reason: 'I want the money.' }],
  ['CO', 'executeSolution'],
  ['CO', 'tellOutcome', { outcome: 'A new one is on its way.', said: 'On the phone' }],
  ['CO', 'resolveComplaint'],
  ['CO', 'revisitComplaint', { reason: '顾客满意' }, 40],
  ['CO', 'closeComplaint', { prevention: 'Packed with a second layer.' }],
];

/** Those of the last days are on their way; the older are closed, but every sixth, which was refused and went up. */
export const complaintDemo: DemoCourse[] = Array.from({ length: 25 }, (_, n) => {
  const subject = [...ABOUT, ...MORE][n % 9];
  const done = n < 14 ? (n % 6 ? 10 : 5) : n < 23 ? (n * 3) % 10 : 0;
  const input = { subject, facts: subject, sourceChannel: CHANNELS[n % 6] };
  const begun: DemoStep = isOwn(n)
    ? [DEMO_CUSTOMER, 'registerComplaint', { subject, facts: subject }]
    : [n % 3 ? 'CO' : 'AA', 'registerComplaint', input];
  const customer = isOwn(n) ? { customer: `guest-${n % 12}` } : {};
  return { ...customer, daysAgo: n < 14 ? 90 - n * 6 : (25 - n) * 0.1, steps: [begun, ...course(n).slice(0, done)] };
});
