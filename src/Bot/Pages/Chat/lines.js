// How one line is shown: a calm middle line for what the system says, and below a bubble who spoke and when.
import { format } from './texts.js';

/** customer, bot, agent or system: Web Chat itself knows only "user" and "bot". */
export function authorOf({ from, channelData }) {
  return from?.role === 'user' ? 'customer' : channelData?.['warmline:author'] ?? 'bot';
}

export const lineMiddleware = () => (next) => (...args) => {
  const { activity } = args[0];
  if (activity.type === 'endOfConversation') {
    return false; // the page's own line tells it
  }
  const render = next(...args);
  if (!render || authorOf(activity) !== 'system') {
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

/** One name and time per group, so a group ends where another person, or the bot, goes on. */
export const groupMiddleware = () => (next) => (args) => {
  const groups = next(args);
  return { ...groups, status: groups.status?.flatMap(bySpeaker) };
};

function bySpeaker(activities) {
  const parts = [];
  for (const activity of activities) {
    const last = parts.at(-1);
    if (last && speaker(last[0]) === speaker(activity)) {
      last.push(activity);
    } else {
      parts.push([activity]);
    }
  }
  return parts;
}

function speaker(activity) {
  return `${authorOf(activity)} ${activity.from?.name}`;
}

function saidBy(activity, { language, page }) {
  const when = time(new Date(activity.timestamp), language);
  const names = { bot: page.Bot, agent: activity.from?.name };
  const name = names[authorOf(activity)];
  return name ? format(page.SaidBy, `\u2068${name}\u2069`, when) : when; // isolated: a Latin name would turn a Persian line round
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
