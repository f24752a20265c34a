// DirectLineJS keeps a broken socket to itself for 3 to 15 seconds. A customer is told at once, so the page watches the sockets.
let watcher = null;
let latest = null;

export function watchSockets(changed) {
  watcher = changed;
}

window.WebSocket = class extends window.WebSocket {
  constructor(...args) {
    super(...args);
    latest = this;
    this.addEventListener('open', () => this === latest && watcher?.(true));
    this.addEventListener('close', () => this === latest && watcher?.(false));
  }
};
