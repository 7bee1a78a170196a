import type { Texts } from '../../kit/language.ts';

const en = {
  title: 'My work',
  scopes: { mine: 'Mine', free: 'To take', all: 'All open' },
  scopesLabel: 'Whose work',
  kindsLabel: 'Kind of work',
  allKinds: 'All kinds',
  orMore: (count: number) => `${count}+`,
  none: { mine: 'You have nothing in hand', free: 'Nothing waits to be taken', all: 'Nothing is open' },
  noneText: {
    mine: 'What you take or are given stands here, whatever its kind, what is due first on top.',
    free: 'What nobody has in hand yet stands here.',
    all: 'All open work that you may see stands here.',
  },
  toTake: 'Show what is to take',
  choose: 'Choose an item on the left',
  chooseText: 'With j and k you move through the list, with Enter you open one on a page of its own.',
  waits: { CUSTOMER: 'Waits for the customer', PARTNER: 'Waits for somebody else' },
  nobody: 'Nobody has it in hand',
  open: 'Open on a page of its own',
  list: 'Open work',
};

const zh: typeof en = {
  title: '我的工作',
  scopes: { mine: '我的', free: '待接手', all: '全部未完成' },
  scopesLabel: '范围',
  kindsLabel: '事项类型',
  allKinds: '全部类型',
  orMore: (count) => `${count}+`,
  none: { mine: '您手上没有事项', free: '没有待接手的事项', all: '没有未完成的事项' },
  noneText: {
    mine: '您接手或被分配的各类事项都显示在这里，最早到期的排在最前。',
    free: '尚无人负责的事项显示在这里。',
    all: '您可查看的全部未完成事项显示在这里。',
  },
  toTake: '查看待接手事项',
  choose: '请在左侧选择一项',
  chooseText: '按 j、k 在列表中移动，按 Enter 在单独页面打开。',
  waits: { CUSTOMER: '等待顾客', PARTNER: '等待第三方' },
  nobody: '暂无负责人',
  open: '在单独页面打开',
  list: '未完成事项',
};

export const workWords: Texts<typeof en> = { key: 'work', en, zh };
