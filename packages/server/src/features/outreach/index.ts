/**
 * @module `/stop/:token`: the one link by which a customer gets no more messages of a kind, without signing in. To open
 * it only shows what it is, since mail servers open links before people do; what is posted acts at once (RFC 8058), and
 * needs no cookie, no script and no sign-in.
 */
import { ANONYMOUS, DeniedError, outreach as core, outreachTexts as t, type Said } from '@shopdesk/core';
import { defineServerFeature, type RouteHandler } from '../../feature.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

interface Shown {
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly press?: string;
}

/** The page, which needs nothing but itself; its form posts to where it stands. */
const page = (status: number, { language, title, text, press }: Shown): Response =>
  new Response(
    `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<main>
<h1>${escaped(title)}</h1>
<p role="status">${escaped(text)}</p>
${press ? `<form method="post"><button>${escaped(press)}</button></form>` : ''}
</main>
</html>
`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    },
  );

interface Offer {
  readonly store: string;
  readonly purpose: { readonly en: string; readonly zh: string };
}

const answered =
  (act: boolean): RouteHandler =>
  async ({ desk }, { params, locale: language }) => {
    const say = (said: Said) => desk.languages.say(said, { language });
    const token = params['token'] ?? '';
    try {
      const { store, purpose } = (await desk.show(ANONYMOUS, 'stopOffer', { token })) as Offer;
      if (act) await desk.perform(ANONYMOUS, 'stopOutreach', { token });
      const title = say(t.stopTitle({ store }));
      return act
        ? page(200, { language, title, text: say(t.stopDone) })
        : page(200, { language, title, text: say(t.stopAsk({ purpose })), press: say(t.stopPress) });
    } catch (error) {
      if (!(error instanceof DeniedError)) throw error;
      const none = say(t.stopNone);
      return page(404, { language, title: none, text: none });
    }
  };

export const outreach = defineServerFeature({
  name: 'outreach',
  requires: [core],
  routes: [
    { method: 'GET', path: '/stop/:token', handle: answered(false) },
    { method: 'POST', path: '/stop/:token', handle: answered(true) },
  ],
});
