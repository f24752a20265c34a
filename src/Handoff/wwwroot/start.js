// Starts the page's connection, brings it back when it is lost, and drives the parts that must not wait for the server.
(() => {
  const pause = ms => new Promise(done => setTimeout(done, ms));
  let returning = false;

  async function answers() {
    try {
      return (await fetch('desk/alive', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  // The server may have kept the page (a short break) or be a new one (a restart): then everything is read again.
  async function comeBack() {
    if (returning) return;
    returning = true;
    document.getElementById('desk-lost').hidden = false;
    while (!(await answers())) await pause(1000);
    try {
      if (await Blazor.reconnect()) {
        returning = false;
        document.getElementById('desk-lost').hidden = true;
        return;
      }
    } catch { /* the page is gone on the server */ }
    location.reload();
  }

  Blazor.start({
    ssr: { disableDomPreservation: true },
    circuit: { reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp() { } } },
  });

  const broken = document.getElementById('blazor-error-ui');
  new MutationObserver(() => setTimeout(() => location.reload(), 3000)).observe(broken, { attributes: true, attributeFilter: ['style'] });

  // Who signs out in one tab is signed out in all.
  const session = new BroadcastChannel('warmline-session');
  session.onmessage = () => setTimeout(() => location.reload(), 1000);
  document.addEventListener('submit', e => {
    if (e.target.matches('[data-ends-session]')) session.postMessage('ended');
  });

  document.addEventListener('change', e => {
    if (!e.target.matches('[data-submits]')) return;
    e.target.form.elements.to.value = location.pathname;
    e.target.form.requestSubmit();
  });

  document.addEventListener('click', e => {
    const link = e.target.closest('[data-line]');
    if (!link) return;
    const line = document.getElementById(`line-${link.dataset.line}`);
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
  });

  document.addEventListener('click', e => {
    const copy = e.target.closest('[data-copy]');
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).catch(() => { });
  });

  // Stays at the end of a conversation unless the reader scrolled up.
  function follow(box) {
    let atEnd = true;
    const down = () => { box.scrollTop = box.scrollHeight; };
    box.addEventListener('scroll', () => { atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60; });
    new MutationObserver(() => { if (atEnd) down(); }).observe(box, { childList: true, subtree: true, characterData: true });
    new ResizeObserver(() => { if (atEnd) down(); }).observe(box);
    down();
  }

  function newKey() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
  }

  // The box belongs to the browser: no letter waits for the server. What was tried keeps its key,
  // so that the same words sent again after a lost answer are stored once.
  function compose(box, page, id, draft) {
    const slot = `warmline-tried-${id}`;
    const button = box.parentElement.querySelector('[data-send]');
    let typedAt = 0, keeping = 0, busy = false;
    box.value = draft ?? '';
    box.focus();

    const call = async (name, ...args) => {
      try {
        return await page.invokeMethodAsync(name, ...args);
      } catch {
        return undefined;
      }
    };

    function keyFor(text) {
      const tried = JSON.parse(sessionStorage.getItem(slot) ?? 'null');
      const key = tried?.text === text ? tried.key : newKey();
      sessionStorage.setItem(slot, JSON.stringify({ text, key }));
      return key;
    }

    async function send() {
      const text = box.value;
      if (busy || !text.trim()) return;
      busy = box.readOnly = true;
      clearTimeout(keeping);
      if (await call('SayAsync', text, keyFor(text))) {
        sessionStorage.removeItem(slot);
        box.value = '';
      }
      busy = box.readOnly = false;
      box.focus();
    }

    async function keep() {
      const text = box.value;
      if (await call('KeepAsync', text) !== undefined && text === box.value) {
        box.dataset.kept = '';
      }
    }

    box.addEventListener('input', () => {
      const now = Date.now();
      if (now - typedAt > 3000 && box.value) {
        typedAt = now;
        call('TypingAsync');
      }
      clearTimeout(keeping);
      delete box.dataset.kept;
      keeping = setTimeout(keep, 400);
    });
    box.addEventListener('keydown', e => {
      if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
        e.preventDefault();
        send();
      }
    });
    button.addEventListener('click', send);
  }

  window.warmline = { follow, compose };
})();
