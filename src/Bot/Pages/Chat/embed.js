// Warmline in a shop page, one line: <script src="https://…/embed.js" async></script>
// Optional: data-language="pl" data-position="left". Opens and closes from the page's own buttons: Warmline.open(), Warmline.close().
// A customer who is signed in to the shop: data-identity="…" or Warmline.identify('…'), a token the shop's server signed; Warmline.signOut().
(() => {
  const settings = '{{settings}}';
  const script = document.currentScript;
  if (!script || window.Warmline) {
    return;
  }
  const base = new URL('.', script.src);
  const kept = {
    read: (name, storage = () => localStorage) => { try { return storage().getItem('warmline.' + name); } catch { return null; } },
    write: (name, value, storage = () => localStorage) => { try { storage().setItem('warmline.' + name, value); } catch { /* storage is off: the chat lasts as long as the page */ } },
  };
  const tab = () => sessionStorage;
  const isKey = (value) => /^[A-Za-z0-9_-]{43}$/.test(value ?? '');
  let visitor = isKey(kept.read('visitor')) ? kept.read('visitor') : null;
  let language = pickLanguage();
  let identity = script.dataset.identity || null;
  let isOpen = false;
  let isReady = false;
  let unread = 0;
  let frame = null;
  let patience = 0;

  const position = ['left', 'right'].includes(script.dataset.position) ? script.dataset.position : settings.position;
  const host = document.createElement('div');
  host.id = 'warmline';
  const root = host.attachShadow({ mode: 'open' });
  const panel = make('section', { id: 'panel', role: 'dialog', hidden: true });
  const cover = make('div', { id: 'cover' });
  const coverText = make('p', { role: 'status' });
  const coverRetry = make('button', { type: 'button', hidden: true });
  const coverClose = make('button', { type: 'button', className: 'close' });
  const launcher = make('button', { type: 'button', id: 'launcher' });
  const badge = make('span', { id: 'badge', hidden: true });
  const news = make('div', { id: 'news', role: 'status' });
  launcher.setAttribute('aria-controls', 'panel');
  badge.setAttribute('aria-hidden', 'true');
  launcher.append(icon('talk', 'M4 5h16v11H10l-5 4v-4H4z'), icon('cross', 'M6 6l12 12M18 6L6 18'), badge);
  coverClose.append(icon('cross', 'M6 6l12 12M18 6L6 18'));
  cover.append(coverText, coverRetry, coverClose);
  panel.append(cover);
  root.append(panel, launcher, news);
  dress();
  say();

  launcher.addEventListener('click', () => (isOpen ? close() : open()));
  coverClose.addEventListener('click', close);
  coverRetry.addEventListener('click', load);
  root.addEventListener('keydown', (event) => event.key === 'Escape' && isOpen && close());
  window.addEventListener('message', hear);
  window.addEventListener('storage', ({ key, newValue }) => ['warmline.seen', 'warmline.ended'].includes(key) && newValue && tell('kept', { name: key.slice(9), value: newValue }));
  window.Warmline = { open, close, identify, signOut: () => identify(null) };
  whenPageStands(() => {
    document.body.append(host);
    // Used before: follow the conversation, so that the badge tells the truth. Never used: nothing is loaded.
    if (kept.read('open', tab)) {
      open(false);
    } else if (visitor) {
      load();
    }
  });

  function open(byCustomer = true) {
    isOpen = true;
    kept.write('open', '1', tab);
    panel.hidden = false;
    host.classList.add('open');
    frame ? tell('shown') : load();
    say();
    if (byCustomer) {
      (isReady ? frame : coverClose).focus();
    }
  }

  // Kept in this page's memory only; the chat's server trades it, and says nothing back to the page.
  function identify(token) {
    identity = typeof token === 'string' && token ? token : null;
    tell('identity', { identity });
  }

  function close() {
    const inside = root.activeElement && root.activeElement !== launcher;
    isOpen = false;
    kept.write('open', '', tab);
    panel.hidden = true;
    host.classList.remove('open');
    tell('hidden');
    say();
    if (inside) {
      launcher.focus();
    }
  }

  function load() {
    visitor ??= newVisitor();
    frame?.remove();
    isReady = false;
    cover.hidden = false;
    coverRetry.hidden = true;
    coverText.textContent = texts().Connecting;
    frame = make('iframe', { src: new URL('chat?language=' + language, base).href, allow: 'clipboard-write' });
    frame.addEventListener('load', () => tell('hello', { visitorKey: visitor, language, identity, seen: kept.read('seen'), ended: kept.read('ended'), open: isOpen }));
    say();
    panel.prepend(frame);
    clearTimeout(patience);
    patience = setTimeout(giveUp, 20000);
  }

  function giveUp() {
    coverText.textContent = texts().Unreachable;
    coverRetry.hidden = false;
  }

  // To the chat's own origin only, and from there only.
  function tell(type, more) {
    if (frame && (isReady || type === 'hello')) {
      frame.contentWindow?.postMessage({ warmline: 1, type, ...more }, base.origin);
    }
  }

  function hear({ origin, source, data }) {
    if (origin !== base.origin || !frame || source !== frame.contentWindow || data?.warmline !== 1) {
      return;
    }
    const acts = {
      ready: () => {
        clearTimeout(patience);
        const waited = root.activeElement === coverClose;
        isReady = true;
        cover.hidden = true;
        tell(isOpen ? 'shown' : 'hidden');
        if (waited) {
          frame.focus();
        }
      },
      close,
      unread: () => { unread = Math.max(0, Number(data.count) || 0); say(); },
      keep: () => keep(data.name, String(data.value)),
    };
    Object.hasOwn(acts, data.type) && acts[data.type]();
  }

  function keep(name, value) {
    if (name === 'seen' || name === 'ended') {
      kept.write(name, value);
    } else if (name === 'language' && Object.hasOwn(settings.texts, value)) {
      language = value;
      kept.write(name, value);
      say();
    }
  }

  function say() {
    const words = texts();
    const count = isOpen ? 0 : unread;
    const plural = { one: 'UnreadOne', few: 'UnreadFew', many: 'UnreadMany' }[new Intl.PluralRules(language).select(count)] ?? 'UnreadOther';
    const waiting = count ? words[plural].replace('{0}', count.toLocaleString(language)) : '';
    host.lang = language;
    host.dir = language === 'fa' ? 'rtl' : 'ltr';
    const action = isOpen ? words.CloseChat : words.OpenChat.replace('{0}', settings.name);
    launcher.setAttribute('aria-label', waiting ? `${action}. ${waiting}` : action);
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.title = action;
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? '99+' : count.toLocaleString(language);
    if (news.textContent !== waiting) {
      news.textContent = waiting;
    }
    panel.setAttribute('aria-label', words.ChatTitle.replace('{0}', settings.name));
    coverRetry.textContent = words.TryAgain;
    coverClose.setAttribute('aria-label', words.CloseChat);
    if (frame) {
      frame.title = words.ChatTitle.replace('{0}', settings.name);
    }
  }

  function texts() {
    return settings.texts[language];
  }

  function pickLanguage() {
    const wishes = [kept.read('language'), script.dataset.language, document.documentElement.lang, ...(navigator.languages ?? [])];
    return wishes.map((wish) => (wish ?? '').toLowerCase().split(/[-_]/)[0]).find((wish) => Object.hasOwn(settings.texts, wish)) ?? 'en';
  }

  function newVisitor() {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const key = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
    kept.write('visitor', key);
    return key;
  }

  function whenPageStands(act) {
    document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', act, { once: true }) : act();
  }

  function make(tag, properties) {
    const { role, ...own } = properties;
    const element = Object.assign(document.createElement(tag), own);
    if (role) {
      element.setAttribute('role', role);
    }
    return element;
  }

  function icon(name, path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('class', name);
    svg.appendChild(document.createElementNS(svg.namespaceURI, 'path')).setAttribute('d', path);
    return svg;
  }

  // A constructed style sheet is allowed where a shop's content policy forbids inline styles, and a shadow root keeps it apart.
  function dress() {
    const side = position === 'left' ? 'left' : 'right';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { all: initial; --shop: ${settings.color}; --on-shop: ${settings.onColor}; font: 15px/1.4 system-ui, "Segoe UI", Tahoma, sans-serif; }
      [hidden] { display: none !important; }
      #launcher, #panel { position: fixed; ${side}: 20px; z-index: 2147483000; }
      #launcher { bottom: 20px; inline-size: 60px; block-size: 60px; padding: 0; border: 0; border-radius: 50%; cursor: pointer;
        background: var(--shop); color: var(--on-shop); box-shadow: 0 4px 16px rgb(0 0 0 / .28); transition: transform .15s; }
      #launcher:hover { transform: scale(1.05); }
      button:focus-visible { outline: 3px solid #fff; outline-offset: -1px; box-shadow: 0 0 0 6px #1d2129; }
      svg { inline-size: 28px; block-size: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; vertical-align: middle; }
      #launcher .cross, :host(.open) #launcher .talk { display: none; }
      :host(.open) #launcher .cross { display: inline; }
      #badge { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-inline-size: 22px; block-size: 22px; box-sizing: border-box;
        padding: 0 6px; border-radius: 11px; background: #c4162b; color: #fff; font: 600 13px/22px system-ui, "Segoe UI", Tahoma, sans-serif; }
      #panel { bottom: 92px; inline-size: 400px; block-size: min(660px, calc(100dvh - 112px)); border-radius: 16px; overflow: hidden; background: #fff;
        box-shadow: 0 8px 40px rgb(0 0 0 / .3); animation: rise .18s ease-out; }
      /* Hidden, but laid out: Web Chat keeps its place in the history and goes on counting. */
      #panel[hidden] { display: block !important; visibility: hidden; pointer-events: none; animation: none; }
      iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; }
      #cover { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: 12px; padding: 24px; background: #fff; color: #1d2129; text-align: center; }
      #cover p { margin: 0; }
      #cover button { font: inherit; padding: 8px 16px; border: 1px solid #5b6470; border-radius: 8px; background: #fff; color: inherit; cursor: pointer; }
      #cover .close { position: absolute; inset-block-start: 10px; inset-inline-end: 10px; border: 0; padding: 8px; }
      #news { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
      @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
      @media (max-width: 600px), (max-height: 480px) {
        #panel { inset: 0; inline-size: auto; block-size: 100dvh; border-radius: 0; }
        :host(.open) #launcher { display: none; }
      }
      @media (prefers-reduced-motion: reduce) { #panel { animation: none; } #launcher { transition: none; } }
      @media print { :host { display: none; } }`);
    root.adoptedStyleSheets = [sheet];
  }
})();
