// botframework-directlinejs as a page uses it: prints { status }, { activity } and { posted }, and is told what to do.
const { print, heard } = require('./globals.cjs');

// It is told to lose its sockets, as on a train.
const sockets = [];
globalThis.WebSocket = class extends globalThis.WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
};

// xhr2 sends no forms.
globalThis.XMLHttpRequest = class extends globalThis.XMLHttpRequest {
  send(body) {
    if (!(body instanceof FormData)) {
      super.send(body);
      return;
    }
    const form = new Response(body);
    this.setRequestHeader('content-type', form.headers.get('content-type'));
    form.arrayBuffer().then(bytes => super.send(Buffer.from(bytes)));
  }
};
globalThis.window = globalThis;

const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');
const line = new DirectLine(JSON.parse(process.argv[2]));
let expired = false;
line.connectionStatus$.subscribe(status => {
  expired = status === ConnectionStatus.ExpiredToken;
  print({ status: ConnectionStatus[status] });
});
line.activity$.subscribe(activity => print({ activity }), error => print({ failed: `${error}` }));

// Web Chat offers the customer to send again; this one does it by itself, under the same name, unless its token is no good.
function post(activity) {
  line.postActivity(activity).subscribe(
    id => id === 'retry' ? expired || setTimeout(() => post(activity), 1000) : print({ posted: { id, clientActivityID: activity.channelData.clientActivityID } }),
    error => print({ refused: { status: error.status, code: error.xhr?.response?.error?.code } }));
}

heard(told => {
  if (told.post) {
    post(told.post);
  } else if (told.cut) {
    sockets.forEach(socket => socket.terminate());
  } else if (told.refresh) {
    line.refreshToken().subscribe(token => print({ refreshed: token }), error => print({ refused: { status: error.status } }));
  } else if (told.reconnect) {
    line.reconnect(told.reconnect);
  } else if (told.session) {
    line.getSessionId().subscribe(session => print({ session }));
  }
});
