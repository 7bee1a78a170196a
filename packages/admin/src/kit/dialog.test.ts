import { expect } from '@open-wc/testing';
import { afterEach, describe, it } from '../testing/page.ts';
import './dialog.ts';
import type { DeskDialog } from './dialog.ts';

/** Long enough for what the browser tells of a closed dialog. */
const told = () => new Promise<void>((resolve) => void setTimeout(resolve, 50));

async function openDialog() {
  const holder = document.createElement('div');
  const dialog = document.createElement('desk-admin-dialog');
  let closed = 0;
  dialog.addEventListener('desk-closed', () => (closed += 1));
  dialog.heading = 'A dialog';
  dialog.open = true;
  holder.append(dialog);
  document.body.append(holder);
  await dialog.updateComplete;
  return { dialog, closings: () => closed };
}

const isModal = (dialog: DeskDialog) => dialog.renderRoot.querySelector('dialog')?.matches(':modal') ?? false;

describe('a dialog', () => {
  afterEach(() => {
    for (const dialog of document.querySelectorAll('desk-admin-dialog')) dialog.remove();
  });

  it('says once that it is closed', async () => {
    const { dialog, closings } = await openDialog();
    dialog.open = false;
    await dialog.updateComplete;
    expect([isModal(dialog), closings()]).to.deep.equal([false, 1]);
    await told();
    expect(closings()).to.equal(1);
  });

  it('says nothing more when who opened it has removed it, so that the next one stays', async () => {
    const { dialog, closings } = await openDialog();
    dialog.remove();
    await told();
    expect(closings()).to.equal(0);
  });

  it('stays when it is opened again at once', async () => {
    const { dialog, closings } = await openDialog();
    dialog.open = false;
    await dialog.updateComplete;
    dialog.open = true;
    await dialog.updateComplete;
    await told();
    expect([dialog.open, isModal(dialog), closings()]).to.deep.equal([true, true, 1]);
  });
});
