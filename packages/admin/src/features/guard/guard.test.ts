import { expect } from '@open-wc/testing';
import { ForbiddenTerm } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  fill,
  isSeen,
  it,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  until,
  type OpenPanel,
} from '../../testing/page.ts';

const marks = (kind: string) => all(`mark.${kind}`).map((mark) => mark.textContent);
const rules = ({ desk }: OpenPanel) => desk.desk.read(desk.system).all(ForbiddenTerm);

/** Picks a file as a person does. */
async function pick(name: string, ...content: readonly BlobPart[]): Promise<void> {
  await until(() => all('input[type="file"]').some(isSeen), 'a file can be picked');
  const input = all<HTMLInputElement>('input[type="file"]').find(isSeen) as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([...content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

const ready = async () => {
  const button = await control('Try it first');
  await until(() => button.getAttribute('aria-disabled') === 'false', 'the file is read');
};

describe('the forbidden words', () => {
  afterEach(cleanPage);

  it('mark a text that is tried, live, with rule and replacement', async () => {
    await openPanel({ roles: ['PA'], path: '/guard' });
    await fill('A text as it would be sent to a stranger', '全 网 最 低 价,我不知道');
    await until(() => marks('block').length === 1 && marks('warn').length === 1, 'both places are marked');
    expect(marks('warn')).to.deep.equal(['不知道']);
    await reads('2 places are marked.');
    await fill('A text as it would be sent to a stranger', '您好');
    await reads('Nothing is objected to.');
    expect(readable()).not.to.contain('New rule');
  });

  it('are added, changed and reset to the default by who may', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/guard' });
    await press('New rule');
    await fill('Rule', 'rival');
    await fill('Name (Chinese)', '竞品');
    await fill('Name (English)', 'Rival');
    await fill('Phrases', '某宝');
    await pressInDialog('New rule');
    await reads('Rival');
    expect((await rules(open)).map(({ rule, phrases, level }) => [rule, phrases, level])).to.deep.equal([
      ['rival', ['某宝'], 'WARN'],
    ]);
    await press('Edit: Refusal');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('Level', 'BLOCK');
    await pressInDialog('Edit: Refusal');
    await until(
      async () => (await rules(open)).some(({ rule, level }) => rule === 'refusal' && level === 'BLOCK'),
      'it is changed',
    );
    await press('Reset: Refusal');
    await pressInDialog('Reset');
    await until(async () => !(await rules(open)).some(({ rule }) => rule === 'refusal'), 'it is as shipped');
    await until(() => all('dialog:modal').length === 0, 'the dialog is gone');
    await press('Remove: Rival');
    await pressInDialog('Remove');
    await until(async () => (await rules(open)).length === 0, 'the own one is gone');
  });

  it('say which field is wrong and keep what was typed', async () => {
    await openPanel({ roles: ['SV'], path: '/guard' });
    await press('New rule');
    await fill('Rule', 'Not A Name');
    await fill('Name (Chinese)', '竞品');
    await pressInDialog('New rule');
    await until(() => all<HTMLInputElement>('input[aria-invalid="true"]').some(isSeen), 'the field is marked');
    expect((await field('Rule')).value).to.equal('Not A Name');
  });

  it('come in as a table: tried first, and nothing is written while a line is wrong', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/guard/transfer' });
    await pick('rules.csv', 'rule,class,level,name_zh,name_en,phrases\nrival,RIVAL,shout,竞品,Rival,某宝');
    await ready();
    await press('Try it first');
    await reads('Nothing is written while there are problems.');
    await reads('Not valid');
    expect(all('button').some((one) => isSeen(one) && readable(one) === 'Import')).to.equal(false);
    await pick('rules.csv', 'rule,class,level,name_zh,name_en,phrases\nrival,RIVAL,warn,竞品,Rival,某宝');
    await ready();
    await press('Try it first');
    await reads('Would add 1 and change 0 rules.');
    expect(await rules(open)).to.deep.equal([]);
    (all('button').find((one) => isSeen(one) && readable(one) === 'Import') as HTMLElement).click();
    await reads('Added 1 and changed 0 rules.');
    expect((await rules(open)).map(({ rule }) => rule)).to.deep.equal(['rival']);
  });

  it('come in from a Chinese spreadsheet’s own encoding as they were written, and in none that nobody knows', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/guard/transfer' });
    const latin = new TextEncoder().encode('rule,class,level,name_zh,name_en,phrases\nrival,RIVAL,warn,');
    // "竞品,Rival,假一赔十" in GB18030.
    const chinese = Uint8Array.from([
      0xbe, 0xba, 0xc6, 0xb7, 0x2c, 0x52, 0x69, 0x76, 0x61, 0x6c, 0x2c, 0xbc, 0xd9, 0xd2, 0xbb, 0xc5, 0xe2, 0xca, 0xae,
    ]);
    await pick('rules.csv', latin, chinese);
    await ready();
    await press('Try it first');
    await reads('The first rows as they will be');
    await reads('假一赔十');
    (all('button').find((one) => isSeen(one) && readable(one) === 'Import') as HTMLElement).click();
    await reads('Added 1 and changed 0 rules.');
    expect((await rules(open)).map(({ phrases }) => phrases)).to.deep.equal([['假一赔十']]);
    await pick('rules.csv', latin, Uint8Array.from([0xff, 0x20, 0xfe, 0x80]));
    await reads('line 2 is neither UTF-8 nor GB18030');
    expect((await rules(open)).length).to.equal(1);
  });

  it('let the shop’s own contacts be said', async () => {
    await openPanel({ roles: ['SV'], path: '/guard/contacts' });
    await reads('No contacts are allowed yet');
    await press('Allow a contact');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('Contact', '400-820-8820');
    await pressInDialog('Allow a contact');
    await reads('400-820-8820');
    await press('Actions for 400-820-8820');
    await press('Remove an allowed contact');
    await reads('No contacts are allowed yet');
  });

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    for (const path of ['/guard', '/guard/contacts', '/guard/transfer'])
      it(`${path} is clean for axe in ${locale}`, async () => {
        await openPanel({ roles: ['SV'], locale, size, path });
        await until(() => all('h1').some(isSeen) && !all('.spinner').some(isSeen), 'the page is there');
        expect(await objections()).to.deep.equal([]);
      });

  it('the dialog of a rule is clean for axe', async () => {
    await openPanel({ roles: ['SV'], path: '/guard' });
    await press('New rule');
    await field('Rule');
    expect(await objections()).to.deep.equal([]);
  });
});
