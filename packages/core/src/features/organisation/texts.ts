import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const organisationTexts = texts('organisation', {
  changedSince: {
    en: 'Something has changed since the preview. Look at it again.',
    zh: '预览后已有变化，请重新查看。',
  },
  circle: { en: 'This would go round in a circle: {way}.', zh: '将形成循环：{way}。' },
  lastOfComplaintGroup: {
    en: '{team} would have nobody left. Put somebody else into it first.',
    zh: '“{team}”将没有成员。请先添加其他成员。',
  },
  leadIsGone: { en: 'This person does not work here any more.', zh: '此人已离职或停用。' },
  notYourPost: { en: 'These are the duties of another post.', zh: '这不是您岗位的职责。' },
  onlyComplaintGroup: {
    en: 'This is the only complaint group. Make another one first.',
    zh: '这是唯一的投诉处理组。请先新建一个。',
  },
  openForTeam: {
    en: 'This waits for the team: {what}. Say to which team it goes.',
    zh: '以下事项在等待该团队处理：{what}。请选择由哪个团队接手。',
  },
  postIsClosed: { en: 'This post is closed.', zh: '该岗位已停用。' },
  sameTeam: { en: 'Choose another team.', zh: '请选择其他团队。' },
  teamIsClosed: { en: 'This team is closed.', zh: '该团队已停用。' },
  teamIsOpen: { en: 'This team is open.', zh: '该团队正在使用中。' },
});
