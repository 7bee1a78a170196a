/** @module What the fields of the organisation are called. */
import type { WordList } from '../../kernel/words.ts';

export const organisationWords: WordList = {
  escalatesTo: { en: 'Escalates to', zh: '升级至', note: 'Null: only to those who lead.' },
  function: {
    en: 'Answers questions',
    zh: '业务阶段',
    note: 'Null: whatever stands anywhere in the life of an order.',
  },
  joins: {
    en: 'Joined by roles',
    zh: '自动加入的角色',
    note: 'Whoever is given one of these roles joins by themselves.',
  },
  lead: { en: 'Lead', zh: '负责人' },
  leads: { en: 'Leads', zh: '负责的团队' },
  moveTo: { en: 'What waits goes to', zh: '等待事项转至', note: 'Null: to whoever there is.' },
  people: { en: 'People', zh: '人数' },
  placed: { en: 'Placed', zh: '已归组' },
  team: { en: 'Team', zh: '团队' },
  teams: { en: 'Teams', zh: '所属团队' },
  users: { en: 'People', zh: '成员' },
};
