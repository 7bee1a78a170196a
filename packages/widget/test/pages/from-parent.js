// The desk of this page is in the frame above: its network, and who hears what the browser refuses.
window.fetch = (...call) => parent.shopPage.fetch(...call);
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  parent.shopPage.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
);
window.addEventListener('error', ({ message }) => parent.shopPage.errors.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => parent.shopPage.errors.push(String(reason)));
console.warn = (...words) => parent.shopPage.warnings.push(words.join(' '));
parent.shopPage.globals = new Set(Object.getOwnPropertyNames(window));
