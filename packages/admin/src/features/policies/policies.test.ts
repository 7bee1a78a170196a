import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PolicyPack } from '@shopdesk/core/policies';
import {
  all,
  afterEach,
  cleanPage,
  describe,
  field,
  fill,
  it,
  keys,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import {
  cellOf,
  DAYS,
  daysIn,
  deskWithDraft,
  json,
  openDraft,
  packOf,
  promising,
  typeDays,
} from '../../testing/policy-draft.ts';

describe('the policies', () => {
  afterEach(cleanPage);

  it('are shown per store, layer by layer, with every version and who wrote it', async () => {
    const { desk } = await deskWithDraft();
    await openPanel({ desk, roles: ['PA'], path: '/policies' });
    await reads('Law of mainland China');
    await reads('Tmall');
    await reads('Promise of S1, version 1');
    expect(readable()).to.contain('Author');
    expect(all('button').some((button) => readable(button).includes('New draft'))).to.equal(false);
  });

  it('begin as a promise whose rows are those of the platform pack', async () => {
    const { desk } = await deskWithDraft();
    await openPanel({ desk, roles: ['SV'], path: '/policies' });
    await press('New draft');
    await reads('Questions the promise answers');
    await pressInDialog('Create the draft');
    await reads('Choose at least one question.');
    (await field('Returns and exchanges')).click();
    await pressInDialog('Create the draft');
    await reads('OWN-TM-01');
    await reads('Promise of S1, version 2');
  });
});

describe('the tables of a draft', () => {
  afterEach(cleanPage);

  it('go from a cell to the check, to a trial, through approval by somebody else into force', async () => {
    const open = await openDraft('tables');
    await typeDays('5');
    await press('Save the draft');
    await reads('The draft is saved.');
    expect(daysIn(await packOf(open))).to.deep.equal({ lte: 5 });
    await typeDays('30');
    await reads('No problems found');
    await press('Save the draft');
    await until(async () => JSON.stringify(daysIn(await packOf(open))) === '{"lte":30}', 'it is saved');
    open.go(`/policies/${open.id}/approval`);
    await press('Submit for approval');
    await reads('Waiting for approval');
    const { desk, id } = open;
    await openPanel({ desk, roles: ['MG'], path: `/policies/${id}/approval` });
    await fill('Comment', 'Fine with me');
    await press('Approve');
    await reads('Let it take effect');
    await press('Let it take effect');
    await reads('In force');
    const { layers } = await desk.desk
      .as(await desk.staff('Late', ['SV']))
      .policies.policyInForce({ storeId: desk.store.id });
    expect(layers.at(-1)?.version).to.equal(id);
  });

  it('mark the row that is weaker than the law, lead to it, and cannot be handed in: the page says why', async () => {
    const weak = {
      ...promising(7),
      tables: promising(7).tables.map((table) => ({
        ...table,
        rows: table.rows.map((row, index) =>
          index === 0
            ? {
                ...row,
                when: { reason: 'NO_REASON', daysSinceSigned: { lte: 5 }, goodsIntact: true },
                answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: true },
              }
            : row,
        ),
      })),
    } as PolicyPack;
    const open = await openDraft('tables', { pack: weak });
    await reads('Weaker than the law');
    await until(() => readable(cellOf('OWN-TM-01', 0)).includes('has errors'), 'the row is marked');
    await press('Go to OWN-TM-01');
    await until(() => cellOf('OWN-TM-01', 0).matches(':focus'), 'the row has the focus');
    open.go(`/policies/${open.id}/approval`);
    await reads('OWN-TM-01 is weaker than the statutory CN-01');
    expect(all('button').map(readable)).not.to.contain('Submit for approval');
    expect(readable()).to.contain('Draft');
  });

  it('are taken back and done again, by keys too', async () => {
    await openDraft('tables');
    await typeDays('9');
    await keys('Control+z');
    await until(() => readable(cellOf('OWN-TM-01', DAYS)).includes('7 days'), 'the first text is back');
    await keys('Control+y');
    await until(() => readable(cellOf('OWN-TM-01', DAYS)).includes('9 days'), 'the second text is back');
    await keys('Delete');
    await until(() => readable(cellOf('OWN-TM-01', DAYS)) === 'any', 'the cell is open');
    await press('Discard changes');
    await until(() => readable(cellOf('OWN-TM-01', DAYS)).includes('7 days'), 'all is as it was saved');
  });

  it('are moved through by keys, and a cell that is left by Escape is as it was', async () => {
    await openDraft('tables');
    await until(() => cellOf('OWN-TM-01', 0));
    cellOf('OWN-TM-01', 0).focus();
    await keys('ArrowDown', 'End');
    await until(() => all('[data-at="1:8"]')[0]?.matches(':focus'), 'the last cell of the second row has the focus');
    await keys('Control+Home', 'ArrowRight', 'ArrowRight', 'F2');
    const input = await field<HTMLInputElement>('Upper bound');
    input.focus();
    await sendKeys({ type: '99' });
    await keys('Escape');
    await until(() => cellOf('OWN-TM-01', DAYS).matches(':focus'), 'the focus is back');
    expect(readable(cellOf('OWN-TM-01', DAYS))).to.contain('7 days');
    await keys('Alt+ArrowDown');
    await until(
      () =>
        all('[role="rowheader"]')
          .map((one) => readable(one).trim())[0]
          ?.includes('OWN-TM-02'),
      'the row went down',
    );
  });

  it('keep what fits no value in its field until it does', async () => {
    await openDraft('tables');
    await until(() => cellOf('OWN-TM-01', DAYS));
    cellOf('OWN-TM-01', DAYS).focus();
    await keys('Enter');
    const input = await field<HTMLInputElement>('Upper bound');
    input.focus();
    input.select();
    await sendKeys({ type: 'soon' });
    await keys('Enter');
    await reads('This fits no value of the column.');
    expect(input.value).to.equal('soon');
    await keys('Escape');
  });

  it('have rows that are added, described in both languages, duplicated and removed', async () => {
    const open = await openDraft('tables');
    await until(() => cellOf('OWN-TM-01', 0));
    await press('Add a row');
    await reads('OWN-TM-04');
    await press('Texts and source');
    await fill('Clause in Chinese', '会员三十天。');
    await fill('Clause in English', '');
    await pressInDialog('Apply');
    await reads('Please fill this in.');
    await fill('Clause in English', 'Thirty days for members.');
    await fill('Id', 'OWN-TM-01');
    await pressInDialog('Apply');
    await reads('Another row has this id.');
    await fill('Id', 'MEMBERS');
    await fill('Sentence for the customer in Chinese (optional)', '会员最晚可在{until}退货。');
    await pressInDialog('Apply');
    await reads('In both languages, or in none.');
    await fill('Sentence for the customer in English (optional)', 'Members may return it until {until}.');
    await pressInDialog('Apply');
    await reads('Thirty days for members.');
    await press('Duplicate');
    await reads('MEMBERS-01');
    await press('Remove');
    await until(() => !readable().includes('MEMBERS-01'), 'the copy is gone');
    await press('Save the draft');
    await reads('The draft is saved.');
    expect((await packOf(open)).tables[0]?.rows.map(({ id }) => id)).to.deep.equal([
      'OWN-TM-01',
      'MEMBERS',
      'OWN-TM-02',
      'OWN-TM-03',
    ]);
    expect((await packOf(open)).tables[0]?.rows[1]?.told).to.deep.equal({
      zh: '会员最晚可在{until}退货。',
      en: 'Members may return it until {until}.',
    });
  });

  it('show the rules that stand above as locked', async () => {
    await openDraft('tables');
    await reads('CN-01');
    const grids = all('[role="grid"]');
    expect(grids.map((grid) => grid.ariaReadOnly)).to.deep.equal(['false', 'true', 'true', 'true']);
  });

  it('draw a thousand rows as quickly as twenty', async () => {
    const [table] = promising(7).tables;
    const rows = Array.from({ length: 1_000 }, (_, index) => ({
      ...table?.rows[0],
      id: `R-${String(index).padStart(4, '0')}`,
    }));
    await openDraft('tables', { pack: { ...promising(7), tables: [{ ...table, rows }] } as PolicyPack });
    await reads('R-0000');
    expect(all('[role="rowheader"]').length).to.be.lessThan(60);
    all('[role="rowheader"]')[0]?.focus();
    await keys('Control+End');
    await reads('R-0999');
    const own = all('[role="grid"]')[0];
    expect([own?.ariaRowCount, (own?.querySelectorAll('[role="row"]').length ?? 99) < 60]).to.deep.equal([
      '1001',
      true,
    ]);
  });
});

describe('two people at one draft', () => {
  afterEach(cleanPage);

  it('see what the other changed, and put both together', async () => {
    const open = await openDraft('tables');
    await typeDays('21');
    const other = open.desk.desk.as(await open.desk.staff('Other', ['MG'])).policies;
    const theirs = promising(7);
    const [table] = theirs.tables;
    await other.editPolicyDraft({
      id: open.id,
      pack: json({
        ...theirs,
        tables: [
          {
            ...table,
            rows: table?.rows.map((row) =>
              row.id === 'OWN-TM-03' ? { ...row, answer: { ...row.answer, auto: true } } : row,
            ),
          },
        ],
      }),
    });
    await press('Save the draft');
    await reads('Somebody else saved this draft meanwhile');
    await reads('Other saved it');
    await reads('Approve automatically');
    await pressInDialog('Put both together');
    await press('Save the draft');
    await reads('The draft is saved.');
    const pack = await packOf(open);
    expect([daysIn(pack), pack.tables[0]?.rows[2]?.answer['auto']]).to.deep.equal([{ lte: 21 }, true]);
  });
});
