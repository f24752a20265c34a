import { authorOf } from './lines.js';

// Counts what was said to the customer while nobody looked. "Seen" is the timestamp of the newest line that was on the screen;
// the log gives every line a later one, so one value is enough, also over page loads and between tabs.
export class Unread {
  #host;
  #heard = new Map();
  #seen;

  constructor(host) {
    this.#host = host;
    this.#seen = Date.parse(host.seen) || 0;
    document.addEventListener('visibilitychange', () => this.look());
  }

  note(activity) {
    const { id, type, timestamp } = activity;
    if (type === 'message' && ['bot', 'agent'].includes(authorOf(activity))) {
      this.#heard.set(id, Date.parse(timestamp) || Date.now());
      this.look();
    }
  }

  look() {
    if (this.#host.open && !document.hidden) {
      const newest = Math.max(0, ...this.#heard.values());
      if (newest > this.#seen) {
        this.#seen = newest;
        this.#host.keep('seen', new Date(newest).toISOString());
      }
    }
    this.#tell();
  }

  /** Another tab of the shop showed the conversation. */
  seenElsewhere(seen) {
    this.#seen = Math.max(this.#seen, Date.parse(seen) || 0);
    this.#tell();
  }

  #tell() {
    this.#host.tellUnread([...this.#heard.values()].filter((time) => time > this.#seen).length);
  }
}
