// Who keeps what must outlive this frame: the shop page that embeds the chat (over postMessage), or, when /chat is opened by
// itself, this page's own storage. A frame's own storage is not used for it: browsers part it from the top-level page's.
import { readStored, visitorKey, writeStored } from './visitor.js';

export function connectHost(settings, handlers) {
  return window.parent === window ? Promise.resolve(ownHost(settings, handlers)) : shopHost(settings, handlers);
}

function ownHost(settings, handlers) {
  window.addEventListener('storage', ({ key, newValue }) => key?.startsWith('warmline.') && handlers.onKept(key.slice(9), newValue));
  return {
    framed: false,
    visitorKey: visitorKey(),
    identity: null,
    language: asked(settings) ?? readStored('language'),
    seen: readStored('seen'),
    ended: readStored('ended'),
    open: true,
    close() {},
    tellUnread() {},
    keep: writeStored,
  };
}

function asked(settings) {
  const language = new URLSearchParams(location.search).get('language');
  return settings.languages.some((known) => known.code === language) ? language : null;
}

/** Waits for the embed script's greeting; from then on listens to that one origin and speaks to it only. */
function shopHost(settings, handlers) {
  return new Promise((resolve) => {
    let host = null;
    window.addEventListener('message', ({ source, origin, data }) => {
      if (source !== window.parent || data?.warmline !== 1 || !allowed(settings, origin) || (host && host.origin !== origin)) {
        return;
      }
      if (data.type === 'hello' && !host) {
        host = greet(settings, origin, data);
        resolve(host);
      } else if (host && data.type === 'shown') {
        host.open = true;
        handlers.onShown();
      } else if (host && data.type === 'hidden') {
        host.open = false;
      } else if (host && data.type === 'identity') {
        host.identity = text(data.identity);
        handlers.onIdentity();
      } else if (host && data.type === 'kept') {
        handlers.onKept(data.name, data.value);
      }
    });
  });
}

function greet(settings, origin, { visitorKey, language, identity, seen, ended, open }) {
  const tell = (type, more) => window.parent.postMessage({ warmline: 1, type, ...more }, origin);
  tell('ready');
  return {
    framed: true,
    origin,
    visitorKey,
    identity: text(identity),
    language: settings.languages.some((known) => known.code === language) ? language : null,
    seen,
    ended,
    open: open === true,
    close: () => tell('close'),
    tellUnread: (count) => tell('unread', { count }),
    /** Keeps a value over page loads and shows it to the visitor's other tabs. */
    keep: (name, value) => tell('keep', { name, value }),
  };
}

function allowed({ allowedOrigins }, origin) {
  return allowedOrigins.length === 0 || origin === location.origin || allowedOrigins.includes(origin);
}

function text(value) {
  return typeof value === 'string' && value ? value : null;
}
