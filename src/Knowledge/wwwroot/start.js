// Starts the page's connection, brings it back when it is lost, and drives what must not wait for the server: marks in texts, keys, dialogs.
(() => {
  const pause = ms => new Promise(done => setTimeout(done, ms));
  let returning = false;

  async function answers() {
    try {
      return (await fetch('knowledge/alive', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  // --- Words typed while the server was away: kept by the browser, put back into the page that is read anew.

  const texts = ['f-title', 'f-variants', 'f-answer', 'f-short'];
  // A frame on another site may not keep anything.
  const store = (() => {
    try {
      return sessionStorage;
    } catch {
      return { getItem: () => null, setItem() { }, removeItem() { } };
    }
  })();
  const shelf = () => `typed:${location.pathname}${location.search}`;
  const unsaved = new Set();

  document.addEventListener('input', e => {
    if (!texts.includes(e.target.id)) return;
    if (document.querySelector('[data-saved=Saved]')) unsaved.clear();
    unsaved.add(e.target.id);
  });

  function keepTyped() {
    const kept = [...unsaved].map(id => [id, document.getElementById(id)?.value]).filter(([, words]) => words !== undefined);
    if (kept.length) store.setItem(shelf(), JSON.stringify(kept));
  }

  const waiting = new MutationObserver(() => {
    if (!document.getElementById('f-answer')) return;
    waiting.disconnect();
    const kept = JSON.parse(store.getItem(shelf()) ?? '[]');
    store.removeItem(shelf());
    for (const [id, words] of kept) {
      const box = document.getElementById(id);
      if (!box || box.value === words) continue;
      box.value = words;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  waiting.observe(document.body, { childList: true, subtree: true });

  // --- Who signs out in one tab is signed out in all.

  const session = new BroadcastChannel('warmline-session');
  session.onmessage = () => setTimeout(() => location.reload(), 1000);
  document.addEventListener('submit', e => {
    if (e.target.matches('[data-ends-session]')) session.postMessage('ended');
  });

  // The server may have kept the page (a short break) or be a new one (a restart): then everything is read again.
  async function comeBack() {
    if (returning) return;
    returning = true;
    document.getElementById('editor-lost').hidden = false;
    while (!(await answers())) await pause(1000);
    try {
      if (await Blazor.reconnect()) {
        returning = false;
        document.getElementById('editor-lost').hidden = true;
        return;
      }
    } catch { /* the page is gone on the server */ }
    keepTyped();
    location.reload();
  }

  Blazor.start({
    ssr: { disableDomPreservation: true },
    circuit: { configureSignalR: builder => builder.withUrl('knowledge/_blazor'), reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp() { } } },
  });

  const broken = document.getElementById('blazor-error-ui');
  new MutationObserver(() => setTimeout(() => location.reload(), 3000)).observe(broken, { attributes: true, attributeFilter: ['style'] });

  // --- Marks of Markdown around what is chosen in a text.

  const around = { bold: ['**', '**'], italic: ['*', '*'], link: ['[', '](https://)'], article: ['[', '](article:)'] };
  const before = { list: () => '- ', numbers: n => `${n + 1}. ` };

  function put(box, text, from, to, chosen) {
    box.focus();
    box.setRangeText(text, from, to, 'end');
    box.setSelectionRange(from + chosen[0], from + chosen[1]);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function mark(box, kind) {
    const [from, to, text] = [box.selectionStart, box.selectionEnd, box.value];
    if (around[kind]) {
      const [open, close] = around[kind];
      const words = text.slice(from, to);
      put(box, open + words + close, from, to, [open.length, open.length + words.length]);
      return;
    }
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const lines = text.slice(start, to).split('\n').map((line, n) => before[kind](n) + line).join('\n');
    put(box, lines, start, to, [lines.length, lines.length]);
  }

  document.addEventListener('click', e => {
    const button = e.target.closest('[data-mark]');
    if (button) mark(document.getElementById(button.dataset.into), button.dataset.mark);
    if (e.target.closest('[data-inert] a')) e.preventDefault();
  });

  document.addEventListener('change', e => {
    if (e.target.matches('[data-submits]')) {
      e.target.form.elements.to.value = location.pathname + location.search;
      e.target.form.requestSubmit();
      return;
    }
    const choice = e.target.closest('[data-insert]');
    if (!choice || !choice.value) return;
    const box = document.getElementById(choice.dataset.insert);
    put(box, choice.value, box.selectionStart, box.selectionEnd, [choice.value.length, choice.value.length]);
    choice.value = '';
  });

  // --- Keys.

  const press = name => document.querySelector(`[data-key=${name}]:not(:disabled)`)?.click();

  // What was typed last is told to the server before the key's verb.
  function settle() {
    document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function alongTabs(e) {
    const tabs = [...e.target.closest('[data-tabs]').querySelectorAll('[role=tab]')];
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const step = e.key === forward ? 1 : ['ArrowLeft', 'ArrowRight'].includes(e.key) ? -1 : 0;
    const to = e.key === 'Home' ? 0 : e.key === 'End' ? tabs.length - 1 : step ? (tabs.indexOf(e.target) + step + tabs.length) % tabs.length : -1;
    if (to < 0) return;
    e.preventDefault();
    tabs[to].focus();
    tabs[to].click();
  }

  document.addEventListener('keydown', e => {
    const command = e.ctrlKey || e.metaKey;
    if (command && e.code === 'KeyS') {
      e.preventDefault();
      settle();
      press('save');
    } else if (command && e.key === 'Enter') {
      e.preventDefault();
      settle();
      press(document.querySelector('dialog[open]') ? 'confirm' : 'go');
    } else if (command && ['KeyB', 'KeyI'].includes(e.code) && e.target.id === 'f-answer') {
      e.preventDefault();
      mark(e.target, e.code === 'KeyB' ? 'bold' : 'italic');
    } else if (e.target.closest?.('[data-tabs]')) {
      alongTabs(e);
    }
  });

  // --- Dialogs: a dialog that the server draws is opened; when it is gone, the focus is where it was.

  let cameFrom = null;
  new MutationObserver(() => {
    const dialog = document.querySelector('dialog:not([open])');
    if (dialog) {
      cameFrom = document.activeElement;
      dialog.addEventListener('cancel', e => {
        e.preventDefault();
        dialog.querySelector('[data-key=close]').click();
      });
      dialog.showModal();
    } else if (cameFrom && !document.querySelector('dialog')) {
      if (cameFrom.isConnected) cameFrom.focus();
      cameFrom = null;
    }
  }).observe(document.body, { childList: true, subtree: true });
})();
