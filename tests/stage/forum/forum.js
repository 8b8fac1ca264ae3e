// What goes wrong on this page is seen by tests, whoever caused it.
window.__errors = [];
window.__violations = [];
addEventListener('error', (e) => window.__errors.push(String(e.message || e)));
addEventListener('unhandledrejection', (e) => window.__errors.push(String(e.reason)));
addEventListener('securitypolicyviolation', (e) => window.__violations.push({ directive: e.violatedDirective, blocked: e.blockedURI }));
document.body.classList.replace('nojs', 'hasjs');
window.__stage = { editorText: () => document.querySelector('#qr_postform textarea')?.value ?? null };
