// The visitor key of a page opened by itself. embed.js keeps its own in the shop page's storage, in the same shape.
const prefix = 'warmline.';

export function visitorKey() {
  const kept = readStored('visitor');
  if (/^[A-Za-z0-9_-]{43}$/.test(kept ?? '')) {
    return kept;
  }
  const fresh = randomKey();
  writeStored('visitor', fresh);
  return fresh;
}

/** 256 random bits as 43 base64url characters. */
function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}

// Storage may be switched off: the chat then lasts as long as the page.
export function readStored(name, storage = () => localStorage) {
  try {
    return storage().getItem(prefix + name);
  } catch {
    return null;
  }
}

export function writeStored(name, value, storage = () => localStorage) {
  try {
    storage().setItem(prefix + name, value);
  } catch {
    // Nothing to do: see above.
  }
}
