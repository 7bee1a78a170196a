/**
 * @module What the fields of kpis are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const kpisWords: WordList = {
  agent: { en: 'Agent', zh: '客服' },
  answerRatio: { en: 'Answer ratio', zh: '答问比', note: 'Messages of agents for each message of a customer.' },
  attainment: { en: 'Within the limit', zh: '时效达成率', note: 'From 0 to 1.' },
  averageResponseSeconds: { en: 'Average response', zh: '平均响应时长', note: 'In seconds.' },
  by: { en: 'By', zh: '分组方式' },
  conversations: { en: 'Conversations', zh: '会话数' },
  figures: { en: 'Figures', zh: '指标' },
  firstResponseP50: { en: 'First response, median', zh: '首次响应中位数', note: 'In seconds.' },
  firstResponseP90: { en: 'First response, 90th percentile', zh: '首次响应 P90', note: 'In seconds.' },
  firstResponseSeconds: { en: 'First response', zh: '首次响应时长', note: 'The average, in seconds.' },
  ratings: { en: 'Ratings', zh: '评价数' },
  refusedTransfers: { en: 'Refused transfers', zh: '被拒转接数' },
  repliable: { en: 'To be answered', zh: '应回复会话数', note: 'Conversations of which the reply rate is counted.' },
  replied: { en: 'Answered', zh: '已回复会话数', note: 'Of those, the conversations with a reply of the same day.' },
  replyRate: { en: 'Reply rate', zh: '回复率', note: 'From 0 to 1.' },
  resolvedInTime: { en: 'Solved in time', zh: '按时解决率', note: 'From 0 to 1.' },
  rounds: { en: 'Questions answered', zh: '问答轮次' },
  satisfaction: { en: 'Satisfaction', zh: '满意度', note: 'The average of the ratings, 1 to 5.' },
  thirtySecondRate: { en: 'Within 30 seconds', zh: '30 秒应答率', note: 'From 0 to 1.' },
  threeMinuteRate: { en: 'Within 3 minutes', zh: '3 分钟应答率', note: 'From 0 to 1.' },
};
