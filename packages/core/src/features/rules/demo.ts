/** @module Rules to look at: one that has been at work for weeks, and one that somebody has paused. */
import type { DemoCourse, DemoStep } from '../../kernel/demo.ts';

/** Published as its dry run has shown it. */
const published: DemoStep = [
  'SV',
  'publishRule',
  async ({ id, show }) => ({ id, fingerprint: (await show('dryRunRule', { id }))['fingerprint'] }),
];

const note = '发布前请试运行 · Try it before you publish it';

export const ruleDemo: DemoCourse[] = [
  {
    daysAgo: 20,
    steps: [
      [
        'SV',
        'createRule',
        ({ storeId }) => ({
          name: { zh: '任务逾期：通知组长', en: 'Task overdue: tell the team lead' },
          storeId,
          draft: {
            event: 'TASK_OVERDUE',
            conditions: [{ field: 'priority', operator: 'ONE_OF', value: 'HIGH,NORMAL' }],
            steps: [
              {
                action: 'sendNotice',
                input: {
                  storeId: { field: 'storeId' },
                  title: '高优先级任务 {number} 已逾期 · Urgent task {number} is overdue',
                  toRoles: ['TL'],
                },
              },
              { action: 'noteTask', input: { text: '已通知组长 · The team lead is told' } },
            ],
          },
        }),
      ],
      published,
    ],
  },
  {
    daysAgo: 6,
    steps: [
      [
        'SV',
        'createRule',
        ({ storeId }) => ({
          name: { zh: '排队放弃：次日联系', en: 'Left the queue: contact them tomorrow' },
          storeId,
          draft: {
            event: 'CONVERSATION_ABANDONED',
            steps: [
              {
                action: 'createTask',
                input: {
                  storeId: { field: 'storeId' },
                  customerId: { field: 'customerId' },
                  conversationId: { field: 'id' },
                  subject: '顾客放弃排队，请联系 · The customer left the queue',
                  detail: note,
                  doneBy: { hours: 24 },
                },
              },
            ],
          },
        }),
      ],
      published,
      ['SV', 'pauseRule', { reason: '内容待修改 · to be changed' }, 24],
    ],
  },
];
