/** @module The codes of complaints with their words (form F6, domain model 3.5, flow D4 for the causes). */
import { codes } from '../../kernel/codes.ts';

export const complaintState = codes('ComplaintState', {
  RECEIVED: { en: 'Received', zh: '已收到' },
  ACKNOWLEDGED: { en: 'Acknowledged', zh: '已受理' },
  INVESTIGATING: { en: 'Investigating', zh: '调查中' },
  SOLUTION_PROPOSED: { en: 'Solution proposed', zh: '已提方案' },
  ESCALATED: { en: 'Escalated', zh: '已升级' },
  ACCEPTED: { en: 'Solution accepted', zh: '顾客已同意' },
  EXECUTING: { en: 'Being carried out', zh: '执行中' },
  RESOLVED: { en: 'Resolved', zh: '已解决' },
  REVISITED: { en: 'Revisited', zh: '已回访' },
  CLOSED: { en: 'Closed', zh: '已结案' },
  WITHDRAWN: { en: 'Withdrawn', zh: '已撤诉' },
});

export const sourceChannel = codes('ComplaintChannel', {
  WEB_CHAT: { en: 'Chat', zh: '在线会话' },
  PHONE: { en: 'Phone', zh: '电话' },
  EMAIL: { en: 'E-mail', zh: '邮件' },
  SOCIAL: { en: 'Social media', zh: '社交媒体' },
  REVIEW: { en: 'Review', zh: '评价' },
  WALK_IN: { en: 'Visit', zh: '来访' },
  PLATFORM: { en: 'Platform', zh: '平台' },
});

export const emotion = codes('ComplaintEmotion', {
  CALM: { en: 'Calm', zh: '平静' },
  UPSET: { en: 'Upset', zh: '不满' },
  ANGRY: { en: 'Angry', zh: '愤怒' },
  THREATENING: { en: 'Threatens to go public or to court', zh: '扬言曝光或起诉' },
});

export const cause = codes('ComplaintCause', {
  PRODUCT: { en: 'Product', zh: '商品质量' },
  DESCRIPTION: { en: 'Not as described', zh: '描述不符' },
  SERVICE: { en: 'Service', zh: '服务问题' },
  LOGISTICS: { en: 'Delivery', zh: '物流问题' },
  CUSTOMER_USE: { en: 'How it was used', zh: '顾客使用不当' },
  MALICIOUS: { en: 'Malicious', zh: '恶意投诉' },
  UNCLEAR: { en: 'Unclear', zh: '原因不明' },
});

export const department = codes('ComplaintDepartment', {
  PRODUCT: { en: 'Product', zh: '商品部' },
  WAREHOUSE: { en: 'Warehouse', zh: '仓储部' },
  LOGISTICS: { en: 'Logistics', zh: '物流部' },
  SALES: { en: 'Sales', zh: '销售部' },
  FINANCE: { en: 'Finance', zh: '财务部' },
  TECH: { en: 'Technical', zh: '技术部' },
});

export const escalationReason = codes('ComplaintEscalation', {
  TIMEOUT: { en: 'No solution in time', zh: '超时未解决' },
  REFUSED: { en: 'Refused for the second time', zh: '顾客再次拒绝方案' },
  THREAT: { en: 'Threat', zh: '顾客威胁曝光或起诉' },
  HELP: { en: 'Help of a superior', zh: '请求上级协助' },
});

export const STATES = complaintState.options;

/** Causes that the shop can do something about, so a complaint is not closed without saying what. */
export const OWN_CAUSES: readonly string[] = ['PRODUCT', 'DESCRIPTION', 'SERVICE', 'LOGISTICS'];
