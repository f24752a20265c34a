// How one line is shown: a calm middle line for what the system says, and below a bubble who spoke and when.
import { format } from './texts.js';

export const lineMiddleware = () => (next) => (...args) => {
  const render = next(...args);
  const { activity } = args[0];
  if (!render || activity.channelData?.warmline?.author !== 'system') {
    return render;
  }
  return (...inner) => element(render(...inner), 'div', { className: 'system-line', children: activity.text });
};

export const statusMiddleware = (texts) => () => (next) => (args) => {
  const shown = next(args);
  const { activity, hideTimestamp } = args;
  const sent = (args.sendState ?? args.sendStatus ?? 'sent') === 'sent';
  if (!shown || !sent || hideTimestamp || !activity.timestamp) {
    return shown;
  }
  return element(shown, 'span', { className: 'said-by', children: saidBy(activity, texts()) });
};

function saidBy({ from, timestamp }, { language, page }) {
  const when = time(new Date(timestamp), language);
  return from?.role === 'user' || !from?.name ? when : format(page.SaidBy, from.name, when);
}

function time(when, language) {
  const today = new Date().toDateString() === when.toDateString();
  const clock = { hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(language, today ? clock : { day: 'numeric', month: 'short', ...clock }).format(when);
}

// Web Chat's bundle keeps its React to itself, so an element is made after the shape of one that it gave us.
function element(like, type, props) {
  return { ...like, type, key: null, ref: null, props };
}
