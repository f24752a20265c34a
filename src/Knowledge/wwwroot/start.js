// Starts the page's connection, brings it back when it is lost, and drives the parts that must not wait for the server.
(() => {
  const pause = ms => new Promise(done => setTimeout(done, ms));
  let returning = false;

  async function answers() {
    try {
      return (await fetch('knowledge/alive', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  // The server may have kept the page (a short break) or be a new one (a restart): then everything is read again.
  async function comeBack() {
    if (returning) return;
    returning = true;
    document.getElementById('editor-lost').hidden = false;
    while (!(await answers())) await pause(1000);
    try {
      if (await Blazor.reconnect()) {
        returning = false;
        document.getElementById('editor-lost').hidden = true;
        return;
      }
    } catch { /* the page is gone on the server */ }
    location.reload();
  }

  Blazor.start({
    ssr: { disableDomPreservation: true },
    circuit: { reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp() { } } },
  });

  const broken = document.getElementById('blazor-error-ui');
  new MutationObserver(() => setTimeout(() => location.reload(), 3000)).observe(broken, { attributes: true, attributeFilter: ['style'] });
})();
