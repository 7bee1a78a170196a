import { expect } from '@open-wc/testing';
import { chatPage, identity } from '../../../test/chat-page.ts';
import { all, appears, button, composer, deep, textOf, until } from '../../../test/page.ts';
import { describe, it } from '../../../test/suite.ts';
import { product } from '../../../test/test-shop.ts';

describe('the window with files and cards', () => {
  const page = chatPage();

  const give = (...files: File[]) => composer().dispatchEvent(new CustomEvent('desk-files', { detail: { files }, bubbles: true }));
  const file = (name: string, type: string, size = 10) => new File([new Uint8Array(size)], name, { type });

  /** One that the browser can draw: another is replaced by words as soon as it was tried. */
  const picture = async () => (await fetch('data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')).blob();

  it('sends pictures and documents with progress', async () => {
    await page.open();
    await page.chatting();
    page.desk.fake.network.latencyMs = 1500;
    give(new File([await picture()], 'cardigan.png', { type: 'image/png' }), file('发票.pdf', 'application/pdf'));
    await until(() => deep<HTMLProgressElement>('progress')?.value === 50, 'half of it is there');
    await until(() => deep<HTMLImageElement>('.frame img')?.src.startsWith('blob:'), 'its picture is there');
    page.desk.fake.network.latencyMs = 0;
    await until(async () => (await page.desk.said()).length === 3);
    await until(() => !deep('progress') && all('desk-attachment').length === 2);
    expect(await page.desk.said()).to.deep.equal(['hello', 'cardigan.png', '发票.pdf']);
    await until(() => deep<HTMLImageElement>('.frame img')?.src.startsWith('data:image/png'), 'the desk’s picture is there');
  });

  it('refuses what cannot be sent, in words, before it is sent', async () => {
    await page.open();
    give(file('setup.exe', 'application/x-msdownload'), file('huge.png', 'image/png', 12 * 1024 * 1024), file('logo.svg', 'image/svg+xml'));
    await until(() => all('.problem').length === 3);
    expect(all('.problem').map(textOf)).to.deep.equal([
      'Not sent · setup.exe: this type of file cannot be sent. Pictures, PDF and videos can. Delete',
      'Not sent · huge.png is larger than 10 MB. Delete',
      'Not sent · logo.svg: this type of file cannot be sent. Pictures, PDF and videos can. Delete',
    ]);
    expect(page.desk.fake.calls).not.to.include('openConversation');
    for (let left = 3; left > 0; left -= 1) {
      button('Delete').click();
      await until(() => all('.problem').length === left - 1);
    }
  });

  it('tries a file again when the network is back', async () => {
    await page.open();
    await page.chatting();
    page.desk.fake.network.down = true;
    give(file('late.png', 'image/png'));
    await appears('progress');
    page.desk.fake.network.down = false;
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
      for (const [index, price] of [{ amount: 1, currency: '¥' }, { amount: 1, currency: '' }, { amount: 1.5, currency: 'CNY' }, { amount: Number.NaN, currency: 'CNY' }].entries()) {
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
    expect(all('.tool')).to.have.length(2);
    await page.handle?.identify(identity('lily', 'Lily'));
    await until(() => all('.tool').length === 3);
    button('Send an order').click();
    await appears('desk-orders');
    await until(() => textOf(deep('desk-orders')).includes('W1002 · On its way'));
    all<HTMLButtonElement>('li button')[0]?.click();
    await until(async () => (await page.desk.said().catch(() => [])).length === 1);
    expect(await page.desk.said()).to.deep.equal(['W1002']);
    expect(deep('desk-orders')).to.equal(undefined);
  });
});
