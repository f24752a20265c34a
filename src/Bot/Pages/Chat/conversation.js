// One conversation and its Direct Line: first connection, coming back after drops and expired tokens, end, start again.
// DirectLineJS mends broken sockets by itself. When it gives up (token expired, refused, conversation gone) this class gets a
// fresh session and makes a new Direct Line and store, and carries over what was typed and what had not arrived.
import { openSession } from './session.js';
import { Outbox } from './outbox.js';
import { watchSockets } from './socket.js';

const Status = { connecting: 1, online: 2, expired: 3, failed: 4, ended: 5 };
const pauses = [1000, 2000, 5000, 10000, 20000, 30000];
const patience = 20000;
const mendingTakes = 2500;

export class Conversation {
  state = 'idle';
  #options;
  #session = null;
  #line = null;
  #outbox = new Outbox();
  #renewing = null;
  #hurry = null;
  #online = false;
  #wasOnline = false;
  #socketOpen = true;
  #overdue = 0;
  #ended = false;
  #endedId;

  constructor(options) {
    this.#options = options;
    this.#endedId = options.ended;
    window.addEventListener('online', () => this.#wake());
    window.addEventListener('offline', () => this.#show());
    document.addEventListener('visibilitychange', () => document.hidden || this.#wake());
    watchSockets((open) => this.#socketChanged(open));
  }

  get token() {
    return this.#line?.token ?? this.#session?.token;
  }

  get isStarted() {
    return this.#wasOnline;
  }

  /** A closed chat connects only when there is a conversation to follow: nothing is stored for a visitor who never opens it. */
  async begin(open) {
    if (open) {
      await this.open();
      return;
    }
    const session = await this.#ask().catch(() => null);
    if (session?.started && !this.#line) {
      await this.#renewOnce(session);
    }
  }

  async open() {
    if (!this.#line) {
      await this.renew();
    }
  }

  renew() {
    this.#hurry?.();
    return this.#renewOnce();
  }

  /** The customer signed in to the shop, or out of it: the server must know before the next line. The connection stays. */
  async identify() {
    if (this.#session) {
      await inTurn(() => this.#ask()).catch(() => this.#renewOnce());
    }
  }

  async end() {
    await this.#post({ type: 'endOfConversation', code: 'userCancelled' });
    this.#options.onEnded(this.#session.conversationId);
    this.#setEnded(true);
  }

  /** The customer ended a conversation in another tab. */
  endedElsewhere(conversationId) {
    this.#endedId = conversationId;
    if (this.#session?.conversationId === conversationId) {
      this.#setEnded(true);
    }
  }

  async startAgain() {
    const startAfter = this.#session.conversationId;
    await this.#renewOnce(undefined, startAfter);
  }

  /** The bot answers in the page's language; before the first connection the session has told it. */
  tellLanguage(language) {
    if (this.#online) {
      this.#post({ type: 'event', name: 'warmline/language', value: { language } }).catch(() => {});
    }
  }

  #renewOnce(session, startAfter) {
    this.#renewing ??= this.#renew(session, startAfter).finally(() => { this.#renewing = null; });
    return this.#renewing;
  }

  // Tabs of one visitor take turns, so that two first openings at once still make one conversation.
  #renew(session, startAfter) {
    const work = async () => {
      this.#online = false;
      this.#show();
      session ??= await this.#askUntilAnswered(startAfter);
      if (session) {
        await this.#connect(session);
      }
    };
    return inTurn(work);
  }

  async #askUntilAnswered(startAfter) {
    for (let tries = 0; ; tries++) {
      try {
        return await this.#ask(startAfter);
      } catch (error) {
        if (error.isFinal) {
          this.#setState('unreachable');
          return null;
        }
        await this.#pause(Math.max(error.retryAfter ?? 0, pauses[Math.min(tries, pauses.length - 1)] * (0.75 + Math.random() / 2)));
      }
    }
  }

  #ask(startAfter) {
    return openSession({
      visitorKey: this.#options.visitorKey, language: this.#options.language(), startAfter, identity: this.#options.identity(),
    }).then((session) => {
      if (session.identity && session.identity !== 'accepted') {
        console.warn(`Warmline: the signed identity does not count (${session.identity}).`);
      }
      return session;
    });
  }

  // Ends early when the network or the customer comes back.
  #pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => { clearTimeout(timer); resolve(); };
    }).finally(() => { this.#hurry = null; });
  }

  /** Resolves when the first connection stands or has failed, so that the next tab finds the conversation started. */
  #connect(session) {
    if (this.#session?.conversationId !== session.conversationId) {
      this.#outbox.clear();
      this.#wasOnline = false;
      this.#setEnded(session.started && session.conversationId === this.#endedId);
    }
    this.#session = session;
    const former = this.#line;
    this.#line = null; // whatever it still says is no longer heard
    former?.end();
    this.#socketOpen = true;
    clearTimeout(this.#overdue);
    const line = window.WebChat.createDirectLine({
      domain: new URL('v3/directline', document.baseURI).href,
      token: session.token,
      webSocket: true,
      conversationStartProperties: { locale: this.#options.language() },
    });
    this.#line = line;
    const store = this.#options.surface.show(line, session, {
      onIncoming: (activity) => this.#heard(activity),
      onPosting: (activity) => this.#outbox.add(activity),
      onRetry: (activity) => this.#outbox.arrived(activity),
      onRefused: (id, error) => this.#refused(id, error),
    });
    return new Promise((resolve) => {
      line.connectionStatus$.subscribe((status) => {
        if (line === this.#line) {
          this.#changed(line, status, store, resolve);
        }
      });
    });
  }

  #changed(line, status, store, settled) {
    this.#online = status === Status.online;
    if (this.#online) {
      this.#wasOnline = true;
      this.#outbox.resend(store);
      settled();
    } else if (status >= Status.expired) {
      settled();
      this.#pause(pauses[0]).then(() => line === this.#line && this.#renewOnce());
    }
    this.#show();
  }

  // DirectLineJS mends it; when that takes too long (it waits 20 s after each failure), a new session does.
  #socketChanged(open) {
    this.#socketOpen = open;
    clearTimeout(this.#overdue);
    if (!open && this.#wasOnline) {
      this.#overdue = setTimeout(() => this.#renewOnce(), patience);
    } else if (open && !this.#outbox.isEmpty) {
      // Mended, but lines written meanwhile have failed in this store; a new one sends them.
      this.#overdue = setTimeout(() => this.#outbox.isEmpty || this.#renewOnce(), mendingTakes);
    }
    this.#show();
  }

  /** The network is back, or the customer looks again: what waits need not wait longer. */
  #wake() {
    if (this.#hurry) {
      this.#hurry();
    } else if (!this.#socketOpen && this.#wasOnline && navigator.onLine) {
      this.#renewOnce();
    }
    this.#show();
  }

  #heard(activity) {
    this.#outbox.arrived(activity);
    if (activity.type === 'endOfConversation') {
      this.#setEnded(true);
    }
    this.#options.onActivity(activity);
  }

  /** What the server will not take stays refused: it is not sent again behind the customer's back, and the page tells why. */
  #refused(id, error) {
    const { status, response, xhr } = error ?? {};
    if (status >= 400 && status < 500 && status !== 403 && status !== 408 && status !== 429) {
      this.#outbox.arrived({ channelData: { clientActivityID: id } });
      this.#options.onRefused(codeOf(response ?? xhr?.response), status);
    }
  }

  #post(activity) {
    const { userId } = this.#session;
    return new Promise((resolve, reject) => {
      this.#line.postActivity({ from: { id: userId, role: 'user' }, locale: this.#options.language(), ...activity })
        .subscribe((id) => (id === 'retry' ? reject(new Error('not delivered')) : resolve(id)), reject);
    });
  }

  #setEnded(ended) {
    this.#ended = ended;
    this.#show();
  }

  #show() {
    this.#setState(this.#stateNow());
  }

  #stateNow() {
    if (this.#online && this.#socketOpen) {
      return this.#ended ? 'ended' : 'online';
    }
    if (!navigator.onLine) {
      return 'offline';
    }
    return this.#wasOnline ? 'reconnecting' : 'connecting';
  }

  #setState(state) {
    if (state !== this.state) {
      this.state = state;
      this.#options.onState(state);
    }
  }
}

function codeOf(response) {
  try {
    return (typeof response === 'string' ? JSON.parse(response) : response)?.error?.code;
  } catch {
    return undefined;
  }
}

/** Waits for the other tabs, but not for one that the browser has put to sleep. */
async function inTurn(work) {
  let begun = false;
  const once = () => {
    begun = true;
    return work();
  };
  try {
    await (navigator.locks?.request('warmline-session', { signal: AbortSignal.timeout(8000) }, once) ?? once());
  } catch (error) {
    if (begun) {
      throw error;
    }
    await once();
  }
}
