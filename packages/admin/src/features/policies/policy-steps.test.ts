import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { TMALL } from '@shopdesk/core/policies';
import {
  all,
  afterEach,
  cleanPage,
  control,
  describe,
  field,
  fill,
  isSeen,
  it,
  keys,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  shows,
  SIZES,
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

async function give(text: string): Promise<void> {
  const input = await shows<HTMLInputElement>('input[type="file"]');
  const files = new DataTransfer();
  files.items.add(new File([text], 'policy.json', { type: 'application/json' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('who approves', () => {
  afterEach(cleanPage);

  it('is never somebody whose words are in it', async () => {
    const { desk, id } = await deskWithDraft();
    const author = await desk.signedIn('Boss', ['MG']);
    const api = desk.desk.as(author.actor).policies;
    await api.editPolicyDraft({ id, note: 'mine' });
    await api.submitPolicy({ id });
    await openPanel({ desk, roles: ['PA'], path: `/policies/${id}/approval` });
    await reads('It waits for a manager or director.');
    const denial = await api.approvePolicy({ id }).then(
      () => undefined,
      (error: { denial: { code: string } }) => error.denial.code,
    );
    expect(denial).to.equal('FORBIDDEN');
  });

  it('is told why the step is not theirs, and keeps the steps that are', async () => {
    const { desk, id } = await deskWithDraft();
    const open = await openPanel({ desk, roles: ['MG'], path: '/policies' });
    const me = desk.desk.as({ ...(await desk.staff('Boss', ['MG'])), userId: open.userId }).policies;
    await me.editPolicyDraft({ id, note: 'mine' });
    await me.submitPolicy({ id });
    open.go(`/policies/${id}/approval`);
    await reads('The author of a policy never approves it.');
    const steps = [
      'Submit for approval',
      'Approve',
      'Let it take effect',
      'Take out of force',
      'Send back',
      'Withdraw',
    ];
    const buttons = () =>
      all('button')
        .map(readable)
        .filter((text) => steps.includes(text));
    expect(buttons()).to.deep.equal(['Send back']);
    await desk.desk.as(await desk.staff('Approving', ['OD'])).policies.approvePolicy({ id });
    open.go('/policies');
    await until(() => all('desk-admin-policy').length === 0, 'the version is left');
    open.go(`/policies/${id}/approval`);
    await reads('Let it take effect');
    await until(() => buttons().length === 2, 'both ways on stand');
    expect(buttons()).to.deep.equal(['Let it take effect', 'Send back']);
  });

  it('sends back with a reason that the author reads', async () => {
    const { desk, id } = await deskWithDraft();
    const sv = await desk.staff('Handing', ['SV']);
    await desk.desk.as(sv).policies.submitPolicy({ id });
    await openPanel({ desk, roles: ['OD'], path: `/policies/${id}/approval` });
    await press('Send back');
    await reads('A reason is required.');
    await fill('Reason', 'Too many days');
    await press('Send back');
    await reads('Sent back: Too many days');
    await reads('Draft');
  });

  it('schedules on the store’s clock', async () => {
    const { desk, id } = await deskWithDraft();
    await desk.desk.as(await desk.staff('Handing', ['SV'])).policies.submitPolicy({ id });
    await desk.desk.as(await desk.staff('Approving', ['OD'])).policies.approvePolicy({ id });
    await openPanel({ desk, roles: ['MG'], path: `/policies/${id}/approval` });
    const when = await field<HTMLSelectElement>('Takes effect');
    when.value = 'at';
    when.dispatchEvent(new Event('change', { bubbles: true }));
    await fill('Date and time (store time, Asia/Shanghai)', '2099-05-08T00:00');
    await press('Let it take effect');
    await reads('Scheduled');
    const [version] = (await desk.loose
      .read({ kind: 'system', tenantId: 'tenant-1', name: 'test' })
      .all(desk.desk.entities.find(({ name }) => name === 'PolicyVersion') as never)) as unknown as {
      effectiveFrom: string;
    }[];
    expect(version?.effectiveFrom).to.equal('2099-05-07T16:00:00.000Z');
  });
});

describe('a trial', () => {
  afterEach(cleanPage);

  it('shows both answers side by side with rules, reasons and what would change them', async () => {
    await openDraft('try', { pack: promising(30) });
    const reason = await field<HTMLSelectElement>('Reason');
    reason.value = 'SIZE_COLOR';
    reason.dispatchEvent(new Event('change', { bubbles: true }));
    await fill('Time of signing', '2025-05-01T20:15');
    await fill('Time of the request', '2025-05-20T10:00');
    await press('See the answer');
    await reads('They decide differently.');
    await reads('it was possible until 2025-05-08 23:59:59 store time');
    await press('Show OWN-TM-01');
    await until(() => cellOf('OWN-TM-01', 0)?.matches(':focus'), 'the row that decided has the focus');
  });

  it('takes the facts of a real order', async () => {
    const open = await openDraft('try', { roles: ['SV'] });
    const search = await field<HTMLInputElement>('A real order');
    search.focus();
    await sendKeys({ type: 'o2' });
    await reads('W1002');
    await keys('Enter');
    const reason = await field<HTMLSelectElement>('Reason');
    reason.value = 'LATE';
    reason.dispatchEvent(new Event('change', { bubbles: true }));
    await press('See the answer');
    await reads('Both decide the same.');
    expect(open.desk.network.calls.filter((call) => call === 'tryPolicy').length).to.equal(2);
  });

  it('says which facts it needs', async () => {
    await openDraft('try');
    await press('See the answer');
    await reads('This has to be known.');
  });
});

describe('a replay', () => {
  afterEach(cleanPage);

  it('runs on the desk, shows its progress and its end', async () => {
    const open = await openDraft('replay');
    await press('Start the replay');
    await reads('Running');
    await open.desk.loose.runTimers();
    await reads('Finished');
    await reads('The desk kept no decisions in this period.');
  });

  it('of a draft that was changed since is called old', async () => {
    const open = await openDraft('replay');
    await press('Start the replay');
    await reads('Running');
    await open.desk.loose.runTimers();
    await reads('Finished');
    await open.desk.desk
      .as(await open.desk.staff('Other', ['SV']))
      .policies.editPolicyDraft({ id: open.id, pack: json(promising(9)) });
    open.go(`/policies/${open.id}/approval`);
    await reads('The draft was changed since. Replay it again.');
  });

  it('is cancelled', async () => {
    await openDraft('replay');
    await press('Start the replay');
    await press('Cancel');
    await reads('Cancelled');
  });
});

describe('a file', () => {
  afterEach(cleanPage);

  it('that is no policy is refused place by place, and changes nothing', async () => {
    await openDraft('tables');
    await press('Import a file');
    await give('{ not json');
    await reads('This is not a JSON file');
    const [table] = promising(7).tables;
    await give(
      JSON.stringify({ ...promising(7), tables: [{ ...table, rows: [{ ...table?.rows[0], source: 'HEARSAY' }] }] }),
    );
    await reads('table OWN-TM-RETURN');
    await reads('row OWN-TM-01');
    await give(JSON.stringify(TMALL));
    await reads('The file holds another policy');
    expect((await control('Take it into the draft')).getAttribute('aria-disabled')).to.equal('true');
  });

  it('shows what it would change before it is taken', async () => {
    const open = await openDraft('tables');
    await press('Import a file');
    await give(JSON.stringify(promising(45)));
    await reads('≤ 45 days');
    await pressInDialog('Take it into the draft');
    await until(() => readable(cellOf('OWN-TM-01', DAYS)).includes('45 days'), 'the grid shows the file');
    expect(daysIn(await packOf(open))).to.deep.equal({ lte: 7 });
  });
});

describe('the differences', () => {
  afterEach(cleanPage);

  it('name cells by their columns, against what is saved', async () => {
    const open = await openDraft('tables');
    await typeDays('9');
    open.go(`/policies/${open.id}/changes`);
    await reads('Compared with');
    await reads('≤ 7 days');
    await reads('≤ 9 days');
    await reads('Days since signing (from the next day)');
  });
});

describe('every part of a policy is clean for axe', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    for (const section of ['tables', 'try', 'replay', 'changes', 'approval'])
      it(`${section} in ${locale}`, async () => {
        await openDraft(section, { locale, size });
        await shows(`desk-admin-policy-${section}`);
        await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
        expect(await objections()).to.deep.equal([]);
      });

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const) {
    const clean = async (selector: string): Promise<void> => {
      await shows(selector);
      await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
      expect(await objections()).to.deep.equal([]);
    };

    it(`the controls of a cell in ${locale}`, async () => {
      await openDraft('tables', { locale, size });
      const place = size === SIZES.phone ? '.rule [data-at="0:2"]' : '[data-at="0:2"]';
      const cell = await shows(place);
      cell.dispatchEvent(
        new MouseEvent(size === SIZES.phone ? 'click' : 'dblclick', { bubbles: true, composed: true }),
      );
      await clean('#to');
    });

    it(`the texts of a row in ${locale}`, async () => {
      await openDraft('tables', { locale, size });
      await until(() => all('[data-at="0:0"]').some(isSeen));
      all('desk-admin-policy-grid')[0]?.dispatchEvent(
        new CustomEvent('desk-row-command', { detail: { row: 'OWN-TM-01', command: 'details' } }),
      );
      await clean('textarea#zh');
    });

    it(`the import in ${locale}`, async () => {
      await openDraft('tables', { locale, size });
      await press(locale === 'en' ? 'Import a file' : '导入文件');
      await give('{');
      await clean('.notice.danger');
    });
  }

  it('the overview in zh-CN', async () => {
    const { desk } = await deskWithDraft();
    await openPanel({ desk, roles: ['SV'], locale: 'zh-CN', path: '/policies' });
    await reads('天猫');
    await until(() => !all('.spinner').some(isSeen));
    expect(await objections()).to.deep.equal([]);
  });
});
