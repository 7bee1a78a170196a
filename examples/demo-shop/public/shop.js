// What this shop tells the desk. Calls wait in a queue until the desk's script has arrived.
window.Shopdesk =
  window.Shopdesk ||
  function () {
    (window.Shopdesk.q = window.Shopdesk.q || []).push(arguments);
  };

(() => {
  const { locale, product, customer } = document.body.dataset;
  const IDENTIFIED = 'shop-identified';
  window.Shopdesk('setLocale', locale);
  if (product) window.Shopdesk('update', { product: JSON.parse(product) });

  const identify = async () => {
    const answer = await fetch('/desk-identity', { cache: 'no-store' });
    if (!answer.ok) return;
    // Awaited first: the desk's script may take the queue's place meanwhile.
    const { token } = await answer.json();
    window.Shopdesk('identify', token);
    localStorage.setItem(IDENTIFIED, customer);
  };
  if (customer) {
    identify().catch((error) => console.warn('The desk does not know who you are:', error));
  } else if (localStorage.getItem(IDENTIFIED)) {
    // Whoever uses this browser next must not see the chats of the customer who has signed out.
    window.Shopdesk('identify', null);
    localStorage.removeItem(IDENTIFIED);
  }

  for (const button of document.querySelectorAll('[data-desk-open]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.Shopdesk('open'));
  }
  for (const button of document.querySelectorAll('[data-desk-order]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.Shopdesk('openOrder', button.dataset.deskOrder));
  }
})();
