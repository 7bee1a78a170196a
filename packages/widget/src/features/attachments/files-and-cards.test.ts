import { expect } from '@open-wc/testing';
import { DeskOffline, type UploadTransport } from '@shopdesk/core/client';
import { chatPage, identity } from '../../../test/chat-page.ts';
import { all, appears, button, composer, deep, inside, textarea, textOf, until } from '../../../test/page.ts';
import { describe, it } from '../../../test/suite.ts';
import { product } from '../../../test/test-shop.ts';

describe('the window with files and cards', () => {
  const page = chatPage();

  const give = (...files: File[]) =>
    composer().dispatchEvent(new CustomEvent('desk-files', { detail: { files }, bubbles: true }));
  const file = (name: string, type: string, size = 10) => new File(['%PDF-1.7', new Uint8Array(size)], name, { type });

  /** One that the browser can draw: another is replaced by words as soon as it was tried. */
  const picture = async () =>
    (
      await fetch(
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      )
    ).blob();

  it('sends pictures and documents with progress', async () => {
    await page.open();
    await page.chatting();
    page.desk.network.latencyMs = 1500;
    give(new File([await picture()], 'cardigan.png', { type: 'image/png' }), file('发票.pdf', 'application/pdf'));
    await until(() => deep<HTMLProgressElement>('progress')?.value === 50, 'half of it is there');
    await until(() => deep<HTMLImageElement>('.frame img')?.src.startsWith('blob:'), 'its picture is there');
    page.desk.network.latencyMs = 0;
    await until(async () => (await page.desk.said()).length === 3);
    await until(() => !deep('progress') && all('desk-attachment').length === 2);
    expect(await page.desk.said()).to.deep.equal(['hello', 'cardigan.png', '发票.pdf']);
    await until(
      () => deep<HTMLImageElement>('.frame img')?.src.startsWith('data:image/png'),
      'the desk’s picture is there',
    );
  });

  it('refuses what cannot be sent, in words, before it is sent', async () => {
    await page.open();
    give(
      file('setup.exe', 'application/x-msdownload'),
      file('huge.png', 'image/png', 12 * 1024 * 1024),
      file('logo.svg', 'image/svg+xml'),
    );
    await until(() => all('.problem').length === 3);
    expect(all('.problem').map(textOf)).to.deep.equal([
      'Not sent · setup.exe: this type of file cannot be sent. Pictures, PDF and videos can. Delete',
      'Not sent · huge.png is larger than 10 MB. Delete',
      'Not sent · logo.svg: this type of file cannot be sent. Pictures, PDF and videos can. Delete',
    ]);
    expect(page.desk.network.calls).not.to.include('openConversation');
    for (let left = 3; left > 0; left -= 1) {
      button('Delete').click();
      await until(() => all('.problem').length === left - 1);
    }
  });

  /** A network that takes all files but one. */
  const without =
    (failing: File): UploadTransport =>
    (request) =>
      request.body === failing ? Promise.reject(new DeskOffline()) : page.desk.network.upload(request);

  const paste = (shapes: Readonly<Record<string, string>>, ...files: File[]): boolean => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(shapes)) clipboardData.setData(type, data);
    for (const one of files) clipboardData.items.add(one);
    return textarea().dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  };

  it('leaves the pasting of text to the browser, whatever picture comes with it, and sends a picture that comes alone', async () => {
    await page.open();
    await page.chatting();
    const bytes = await picture();
    let copies = 0;
    // Each of another length: the desk of these tests knows a file by it.
    const drawing = () => new File([bytes, '.'.repeat((copies += 1))], 'image.png', { type: 'image/png' });
    expect(paste({ 'text/plain': 'Size\t44', 'text/html': '<table></table>' }, drawing())).to.equal(true);
    expect(paste({ 'text/plain': 'Size 44', 'text/html': '<p>', 'text/rtf': '{\\rtf1}' }, drawing())).to.equal(true);
    expect(paste({ 'text/plain': 'just text' })).to.equal(true);
    expect(paste({ 'text/html': '<img src="x.png">' }, drawing())).to.equal(false);
    await until(async () => (await page.desk.said()).length === 2);
    expect(paste({ 'text/rtf': '{\\rtf1}' }, drawing())).to.equal(false);
    expect(paste({}, drawing())).to.equal(false);
    await until(async () => (await page.desk.said()).length === 4);
    expect(await page.desk.said()).to.deep.equal(['hello', 'image.png', 'image.png', 'image.png']);
  });

  it('sends a file that the browser does not know, and lets the desk judge it', async () => {
    await page.open();
    await page.chatting();
    const bytes = await picture();
    give(
      new File([bytes], 'IMG_0001', { type: '' }),
      new File([bytes, '.'], 'IMG_0002.JPG', { type: 'application/x-unknown' }),
      new File([bytes, '..'], 'IMG_0003', { type: 'image/jpg' }),
    );
    await until(async () => (await page.desk.said()).length === 4);
    give(file('page.html', 'text/html'));
    await until(() => textOf(deep('.problem')).includes('page.html: this type of file cannot be sent'));
  });

  it('gives a file up that was deleted since it was chosen, and sends the next', async () => {
    const gone = file('gone.png', 'image/png');
    await page.open({ upload: without(gone) });
    await page.chatting();
    // What a browser does when the file behind it is no longer there.
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) as unknown as Blob;
    give(gone, new File([await picture()], 'good.png', { type: 'image/png' }));
    await until(async () => (await page.desk.said()).length === 2, 'the next is sent');
    expect(textOf(deep('.problem'))).to.equal('Not sent · gone.png can no longer be read. Choose it again. Delete');
    button('Delete').click();
    await until(() => !deep('.problem'));
  });

  it('lets the others pass a file that the network never takes, and cancels it when the shopper wants', async () => {
    const stuck = file('stuck.png', 'image/png');
    await page.open({ upload: without(stuck) });
    await page.chatting();
    give(stuck, new File([await picture()], 'good.png', { type: 'image/png' }));
    await until(async () => (await page.desk.said()).length === 2, 'the next is sent');
    await until(() => deep('progress'), 'the first is still under way');
    button('Cancel').click();
    await until(() => !deep('progress'));
    expect(await page.desk.said()).to.deep.equal(['hello', 'good.png']);
  });

  it('tries a file again when the network is back', async () => {
    await page.open();
    await page.chatting();
    page.desk.network.down = true;
    give(file('late.png', 'image/png'));
    await appears('progress');
    page.desk.network.down = false;
    await until(async () => (await page.desk.said()).length === 2);
  });

  it('offers the product that is looked at, once', async () => {
    await page.open();
    page.handle?.update({ product });
    const offer = await appears('desk-offer');
    await until(() => textOf(offer).includes('¥129.00'));
    button(`Send: ${product.title}`).click();
    await until(() => deep('desk-bubble desk-card') ?? all('desk-card').length === 1);
    await until(() => page.desk.inState('QUEUED'));
    await until(async () => (await page.desk.said()).length === 1);
    expect(await page.desk.said()).to.deep.equal([product.title]);
    expect(deep('desk-offer')).to.equal(undefined);
  });

  it('shows a product whose price the page cannot say without its price, and tells the shop once', async () => {
    const warn = console.warn;
    const warnings: unknown[] = [];
    console.warn = (...said: unknown[]) => void warnings.push(said[0]);
    try {
      await page.open();
      page.handle?.update({ product });
      const offer = await appears('desk-offer');
      await until(() => textOf(offer).includes('129.00'));
      for (const [index, price] of [
        { amount: 1, currency: '¥' },
        { amount: 1, currency: '' },
        { amount: 1.5, currency: 'CNY' },
        { amount: Number.NaN, currency: 'CNY' },
      ].entries()) {
        page.handle?.update({ product: { id: `strange-${index}`, title: `Strange ${index}`, price } });
        await until(() => textOf(offer).includes(`Strange ${index}`));
        expect(textOf(offer)).not.to.match(/129|NaN|¥/);
      }
      expect(warnings.filter((said) => String(said).includes('product.price'))).to.have.length(1);
      page.handle?.update({ product: { ...product, price: { amount: 1299, currency: 'usd' } } });
      await until(() => textOf(offer).includes('$12.99'));
      button(`Send: ${product.title}`).click();
      await until(() => page.desk.inState('QUEUED'));
      await until(async () => (await page.desk.said()).includes(product.title));
    } finally {
      console.warn = warn;
    }
  });

  it('lets a known customer send one of his orders, and a guest not', async () => {
    await page.open();
    await until(() => all('.tool').length === 3);
    await page.handle?.identify(identity('lily', 'Lily'));
    await until(() => all('.tool').length === 4);
    button('Send an order').click();
    await appears('desk-orders');
    await until(() => textOf(deep('desk-orders')).includes('W1002 · On its way'));
    inside<HTMLButtonElement>('desk-orders', 'li button')[0]?.click();
    await until(async () => (await page.desk.said().catch(() => [])).length === 1);
    expect(await page.desk.said()).to.deep.equal(['W1002']);
    expect(deep('desk-orders')).to.equal(undefined);
  });
});
