// What this shop tells the desk. Calls wait in a queue until the desk's script has arrived.
window.Shopdesk =
  window.Shopdesk ||
  function () {
    (window.Shopdesk.q = window.Shopdesk.q || []).push(arguments);
  };

(() => {
  const { locale, product, customer } = document.body.dataset;
  window.Shopdesk('setLocale', locale);
  if (product) window.Shopdesk('update', { product: JSON.parse(product) });

  const identify = async () => {
    const answer = await fetch('/desk-identity', { cache: 'no-store' });
    if (answer.ok) window.Shopdesk('identify', (await answer.json()).token);
  };
  if (customer) identify().catch((error) => console.warn('The desk does not know who you are:', error));

  for (const button of document.querySelectorAll('[data-desk-open]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.Shopdesk('open'));
  }
})();
