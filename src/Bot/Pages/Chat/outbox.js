// What the customer sent and the server has not shown back yet. A new store knows nothing of it, so it is sent once more there,
// but only after the history has been replayed: what did arrive is then known, and nothing is said twice.
const replayTakes = 2000;

export class Outbox {
  #waiting = new Map();
  #timer = 0;

  get isEmpty() {
    return this.#waiting.size === 0;
  }

  add(activity) {
    const id = activity.channelData?.clientActivityID;
    if (id && activity.type === 'message') {
      this.#waiting.set(id, activity);
    }
  }

  /** It is in the log, or Web Chat sends it again under a new id. */
  arrived(activity) {
    this.#waiting.delete(activity.channelData?.clientActivityID);
  }

  clear() {
    this.#waiting.clear();
  }

  /** Sends the lines of an older store; those of this one are still on their way. */
  resend(store) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const [id, activity] of this.#waiting) {
        if (!knows(store, id)) {
          this.#waiting.delete(id);
          store.dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY', meta: { method: 'keyboard' }, payload: { activity: fresh(activity) } });
        }
      }
    }, replayTakes);
  }
}

function knows(store, id) {
  return store.getState().activities.some((activity) => activity.channelData?.clientActivityID === id);
}

function fresh({ type, text, textFormat, value, attachments, channelData }) {
  const { clientActivityID, state, 'webchat:send-status': status, 'webchat:internal:id': internal, ...kept } = channelData ?? {};
  return { type, text, textFormat, value, attachments, channelData: kept };
}
