import type { Texts } from '../kit/language.ts';

type Names = Readonly<Record<string, string>>;

const en: Names = {
  id: 'Id', version: 'Version', createdAt: 'Created', updatedAt: 'Changed', name: 'Name', nick: 'Nickname', store: 'Store', customer: 'Customer', user: 'Member of staff',
  conversation: 'Conversation', agent: 'Agent', owner: 'Agent', agentNo: 'Work number', email: 'E-mail', phone: 'Phone', roles: 'Roles', stores: 'Stores', storeIds: 'Stores',
  languages: 'Languages', skills: 'Skills', capacity: 'Conversations at once', autoReplyText: 'Automatic reply', presence: 'Status', active: 'Active', verified: 'Verified by the shop',
  locale: 'Language', tags: 'Tags', tier: 'Customer tier', styleTag: 'Chat style', riskNote: 'Risk note', lastSeenAt: 'Last seen', channel: 'Channel', externalId: 'Id in the channel',
  kid: 'Key id', algorithm: 'Algorithm', material: 'Secret or public key', revokedAt: 'Revoked', timeZone: 'Time zone', currency: 'Currency', profile: 'Platform', policyPack: 'Policy pack',
  region: 'Region', serviceHours: 'Service hours', allowedOrigins: 'Allowed origins', look: 'Widget look', identityIssuer: 'Identity issuer', key: 'Store key', state: 'State',
  intent: 'Intent', priority: 'Priority', result: 'Result', closeReason: 'Close reason', qaFlag: 'Quality flag', openedAt: 'Opened', queuedAt: 'Queued', assignedAt: 'Assigned',
  firstHumanReplyAt: 'First reply', closedAt: 'Closed', lastMessageAt: 'Last message', waitingSince: 'Waiting since', preview: 'Preview', unreadForStaff: 'Unread', customerName: 'Customer',
  fromUser: 'From', toUser: 'To', reason: 'Reason', note: 'Note', summary: 'Summary', requestedAt: 'Requested', decidedAt: 'Decided', approver: 'Approver', score: 'Score', comment: 'Comment',
  ratedAt: 'Rated', actor: 'Actor', actorName: 'Who', role: 'Role', at: 'When', action: 'Action', entity: 'Entity', entityId: 'Row', from: 'From', to: 'To', password: 'Password',
  weekday: 'Weekday', colour: 'Colour', position: 'Position', title: 'Title', greeting: 'Greeting', offlineText: 'Text when nobody is there', zh: 'Chinese', en: 'English', code: 'Code',
  contentType: 'File type', size: 'Size', permission: 'Permission', amount: 'Amount', text: 'Text', body: 'Text', url: 'Address', expiresAt: 'Expires', dueAt: 'Due', number: 'Number',
  officeHours: 'Hours of e-mail and tickets', calendar: 'Holidays and working days', slaState: 'Service level', slaTarget: 'Time limit for', slaAimAt: 'Quick until',
  slaLateAt: 'Late from', slaDueAt: 'Limit', resolutionState: 'Resolution', resolutionDueAt: 'Resolution limit', customerMessages: 'Customer messages',
  agentMessages: 'Agent messages', level: 'Level', escalatedTo: 'Escalation to', firstReply: 'First reply', nextReply: 'Next reply', resolution: 'Resolution',
  acceptSeconds: 'Accept within (s)', warnPercent: 'Warn at (%)', supervisorSeconds: 'Supervisor after (s)', scope: 'Scope', target: 'Target', policy: 'Rule',
  startedAt: 'Started', stoppedAt: 'Stopped', warnedAt: 'Warned', breachedAt: 'Breached', giver: 'Giver', receiver: 'Receiver', startAt: 'Begins', endAt: 'Ends',
  checkInAt: 'Checked in', checkOutAt: 'Left', lateMinutes: 'Minutes late', earlyMinutes: 'Minutes early', submittedAt: 'Sent', acknowledgedAt: 'Acknowledged', items: 'Items',
  parcels: 'Parcels', preOrders: 'Pre-orders', anomalies: 'Anomalies', changes: 'Changes', remark: 'Remark', declineReason: 'Why declined', overdue: 'Overdue',
  fromLevel: 'From level',
};

const zh: Names = {
  id: '编号', version: '版本', createdAt: '创建时间', updatedAt: '修改时间', name: '名称', nick: '昵称', store: '店铺', customer: '客户', user: '员工', conversation: '会话',
  agent: '客服', owner: '负责客服', agentNo: '工号', email: '邮箱', phone: '电话', roles: '角色', stores: '店铺', storeIds: '店铺', languages: '语言', skills: '技能', capacity: '同时接待上限',
  autoReplyText: '自动回复', presence: '在线状态', active: '启用', verified: '商城已验证', locale: '语言', tags: '标签', tier: '客户等级', styleTag: '沟通风格', riskNote: '风险备注',
  lastSeenAt: '最近访问', channel: '渠道', externalId: '渠道内编号', kid: '密钥编号', algorithm: '算法', material: '密钥或公钥', revokedAt: '吊销时间', timeZone: '时区', currency: '币种',
  profile: '平台', policyPack: '政策包', region: '适用地区', serviceHours: '服务时间', allowedOrigins: '允许嵌入的域名', look: '聊天窗口外观', identityIssuer: '身份签发方', key: '店铺标识',
  state: '状态', intent: '咨询类型', priority: '优先级', result: '处理结果', closeReason: '结束原因', qaFlag: '质检标记', openedAt: '开始时间', queuedAt: '排队时间', assignedAt: '分配时间',
  firstHumanReplyAt: '首次人工回复', closedAt: '结束时间', lastMessageAt: '最后消息', waitingSince: '等待起始', preview: '摘要', unreadForStaff: '未读', customerName: '客户', fromUser: '转出人',
  toUser: '转入人', reason: '原因', note: '备注', summary: '摘要', requestedAt: '申请时间', decidedAt: '处理时间', approver: '审批人', score: '评分', comment: '评语', ratedAt: '评价时间',
  actor: '操作者', actorName: '操作人', role: '角色', at: '时间', action: '操作', entity: '对象', entityId: '记录', from: '变更前', to: '变更后', password: '密码', weekday: '星期', colour: '颜色',
  position: '位置', title: '标题', greeting: '欢迎语', offlineText: '无人在线时的提示', zh: '中文', en: '英文', code: '代码', contentType: '文件类型', size: '大小', permission: '权限', amount: '金额',
  text: '内容', body: '内容', url: '地址', expiresAt: '到期时间', dueAt: '截止时间', number: '编号',
  officeHours: '邮件与工单工作时间', calendar: '节假日与调休', slaState: '时效状态', slaTarget: '时限类型', slaAimAt: '目标时刻', slaLateAt: '偏慢时刻', slaDueAt: '超时时刻', resolutionState: '解决时效',
  resolutionDueAt: '解决截止', customerMessages: '顾客消息数', agentMessages: '客服消息数', level: '级别', escalatedTo: '申请升级至', firstReply: '首次响应', nextReply: '后续响应', resolution: '解决',
  acceptSeconds: '升级接受时限(秒)', warnPercent: '提醒比例(%)', supervisorSeconds: '通知主管延迟(秒)', scope: '适用范围', target: '时限类型', policy: '规则', startedAt: '开始计时', stoppedAt: '停止计时',
  warnedAt: '提醒时间', breachedAt: '超时时间', giver: '交班人', receiver: '接班人', startAt: '开始', endAt: '结束', checkInAt: '签到', checkOutAt: '下班', lateMinutes: '迟到分钟', earlyMinutes: '早退分钟',
  submittedAt: '提交时间', acknowledgedAt: '确认时间', items: '事项', parcels: '包裹', preOrders: '预售', anomalies: '异常', changes: '变化', remark: '备注', declineReason: '拒绝原因', overdue: '超时',
  fromLevel: '原级别',
};

/** Names of the fields of standard entities; a third party's fields carry their own titles. */
export const fieldNames: Texts<Names> = { en, zh };
