// Web Chat on the page. Rendering again with another language keeps the store; with another Direct Line it carries over what
// stands in the send box.
import { groupMiddleware, lineMiddleware, statusMiddleware } from './lines.js';
import { styleOptions } from './theme.js';
import { readStored, writeStored } from './visitor.js';

const locales = { en: 'en-US', pl: 'pl-PL', ru: 'ru-RU', fa: 'fa-IR' };
const session = () => sessionStorage;

export class ChatSurface {
  #element = document.getElementById('webchat');
  #texts;
  #style;
  #shown = null;
  #wantsFocus = false;

  constructor(shop, texts) {
    this.#texts = texts;
    this.#style = styleOptions(shop);
  }

  show(directLine, { conversationId, userId }, { onIncoming, onPosting, onRetry, onRefused }) {
    const hadFocus = this.#element.contains(document.activeElement);
    const typed = this.#shown?.store.getState().sendBoxValue ?? readStored('draft', session) ?? '';
    const listen = () => (next) => (action) => {
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
        onIncoming(action.payload.activity);
      } else if (action.type === 'DIRECT_LINE/POST_ACTIVITY') {
        onRetry(action.payload.activity); // a first attempt has no id yet
      } else if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') {
        onPosting(action.payload.activity);
      } else if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') {
        onRefused(action.meta?.clientActivityID, action.payload);
      }
      return next(action);
    };
    const store = window.WebChat.createStore({}, listen);
    store.subscribe(() => writeStored('draft', store.getState().sendBoxValue ?? '', session));
    this.#shown = { directLine, store, userId, key: `${conversationId} ${Date.now()}` };
    this.refresh();
    if (typed) {
      store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: typed } });
    }
    if (hadFocus || this.#wantsFocus) {
      this.#wantsFocus = false;
      this.focus();
    }
    return store;
  }

  /** After a change of the language. */
  refresh() {
    if (!this.#shown) {
      return;
    }
    const { directLine, store, userId, key } = this.#shown;
    const { language, direction, webChat } = this.#texts();
    window.WebChat.renderWebChat({
      key,
      directLine,
      store,
      userID: userId,
      locale: locales[language],
      dir: direction,
      overrideLocalizedStrings: (strings) => ({ ...strings, ...webChat }),
      sendTypingIndicator: true,
      styleOptions: this.#style,
      activityMiddleware: lineMiddleware,
      groupActivitiesMiddleware: groupMiddleware,
      activityStatusMiddleware: statusMiddleware(this.#texts),
    }, this.#element);
  }

  /** Into the send box, as soon as it is there. Not on touch screens: the keyboard would cover what is to be read first. */
  focus(tries = 120) {
    if (matchMedia('(pointer: coarse)').matches) {
      return;
    }
    this.#wantsFocus = !this.#shown;
    const input = this.#element.querySelector('[data-id="webchat-sendbox-input"]');
    if (input) {
      input.focus();
    } else if (tries > 0 && this.#shown) {
      requestAnimationFrame(() => this.focus(tries - 1));
    }
  }
}
