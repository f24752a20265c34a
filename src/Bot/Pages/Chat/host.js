// Who keeps what must outlive this frame: the shop page that embeds the chat (over postMessage), or, when /chat is opened by
// itself, this page's own storage. A frame's own storage is not used for it: browsers part it from the top-level page's.
import { readStored, visitorKey, writeStored } from './visitor.js';

export function connectHost(settings, handlers) {
  return window.parent === window ? Promise.resolve(ownHost(settings)) : shopHost(settings, handlers);
}

function ownHost(settings) {
  return {
    framed: false,
    visitorKey: visitorKey(),
    language: asked(settings) ?? readStored('language'),
    seen: readStored('seen'),
    open: true,
    close() {},
    tellUnread() {},
    tellSeen: (seen) => writeStored('seen', seen),
    rememberLanguage: (language) => writeStored('language', language),
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
      } else if (host && data.type === 'seen') {
        handlers.onSeen(data.seen);
      }
    });
  });
}

function greet(settings, origin, { visitorKey, language, seen, open }) {
  const tell = (type, more) => window.parent.postMessage({ warmline: 1, type, ...more }, origin);
  tell('ready');
  return {
    framed: true,
    origin,
    visitorKey,
    language: settings.languages.some((known) => known.code === language) ? language : null,
    seen,
    open: open === true,
    close: () => tell('close'),
    tellUnread: (count) => tell('unread', { count }),
    tellSeen: (seen) => tell('seen', { seen }),
    rememberLanguage: (language) => tell('language', { language }),
  };
}

function allowed({ allowedOrigins }, origin) {
  return allowedOrigins.length === 0 || origin === location.origin || allowedOrigins.includes(origin);
}
