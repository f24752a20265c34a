// POST /chat/session: trades the visitor key, and the identity the shop signed, for a token of the visitor's conversation.

export class SessionRefused extends Error {
  constructor(status, retryAfterSeconds) {
    super(`The session was refused (${status}).`);
    this.status = status;
    this.retryAfter = retryAfterSeconds * 1000;
  }

  /** Asking again would bring the same answer. */
  get isFinal() {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

export async function openSession({ visitorKey, language, startAfter, identity }) {
  const answer = await fetch('chat/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ visitorKey, language, startAfter, identity: identity ?? undefined }),
    signal: AbortSignal.timeout(15000),
  });
  if (!answer.ok) {
    throw new SessionRefused(answer.status, Number(answer.headers.get('retry-after')) || 0);
  }
  return answer.json();
}
