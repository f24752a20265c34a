// The chat page: brings the shop page around it, the conversation and Web Chat together.
import { ChatSurface } from './surface.js';
import { Conversation } from './conversation.js';
import { connectHost } from './host.js';
import { Menu } from './menu.js';
import { loadTexts, showTexts } from './texts.js';
import { paint } from './theme.js';
import { Unread } from './unread.js';

const settings = JSON.parse(document.body.dataset.settings);
let texts = settings.texts;
paint(settings.shop);
showTexts(texts, settings.shop);

const host = await connectHost(settings, {
  onIdentity: () => conversation.identify(),
  onShown: () => { unread.look(); conversation.open(); surface.focus(); },
  onKept: (name, value) => {
    if (name === 'seen') {
      unread.seenElsewhere(value);
    } else if (name === 'ended') {
      conversation.endedElsewhere(value);
    }
  },
});
const unread = new Unread(host);
const surface = new ChatSurface(settings.shop, () => texts);
const conversation = new Conversation({
  visitorKey: host.visitorKey,
  identity: () => host.identity,
  language: () => texts.language,
  surface,
  onActivity: (activity) => { unread.note(activity); showRefusal(null); },
  onRefused: (code, status) => showRefusal(code, status),
  onState: (state) => showState(state),
  onEnded: (conversationId) => host.keep('ended', conversationId),
  ended: host.ended,
});
const menu = new Menu({
  conversation, surface, host, settings, texts: () => texts, onLanguage: changeLanguage, onSaid: () => showState(conversation.state),
});

await changeLanguage(host.language ?? texts.language, false);
conversation.begin(host.open);

async function changeLanguage(language, byCustomer = true) {
  if (language !== texts.language) {
    texts = await loadTexts(language);
    showTexts(texts, settings.shop);
  }
  menu.showLanguage(language);
  surface.refresh();
  showState(conversation.state);
  if (byCustomer) {
    host.keep('language', language);
    conversation.tellLanguage(language);
  }
}

/** Says plainly when what is written here does not reach the shop at once. Quiet while all is well. */
function showState(state) {
  const says = { connecting: 'Connecting', reconnecting: 'Reconnecting', offline: 'Offline', unreachable: 'Unreachable' }[state];
  document.getElementById('status').hidden = !says;
  document.getElementById('status-text').textContent = says ? texts.page[says] : '';
  const retry = document.getElementById('status-button');
  retry.hidden = state !== 'unreachable';
  retry.textContent = texts.page.TryAgain;
  document.getElementById('ended').hidden = state !== 'ended';
  document.body.classList.toggle('is-ended', state === 'ended');
  menu?.enable(state);
}

/** Why a file was not taken, in the customer's words; gone with the next line. */
function showRefusal(code, status) {
  const says = {
    FileTypeNotAllowed: 'FileTypeRefused', FileTypeDiffers: 'FileTypeRefused', FileDamaged: 'FileDamaged', FileEmpty: 'FileDamaged',
    PictureTooLarge: 'FileTooLarge', MessageSizeTooBig: 'FileTooLarge',
  }[code] ?? (status === 413 ? 'FileTooLarge' : null);
  document.getElementById('refused').hidden = !says;
  document.getElementById('refused').textContent = says ? texts.page[says] : '';
}

document.getElementById('status-button').addEventListener('click', () => conversation.renew());
document.getElementById('start-again').addEventListener('click', async () => {
  await conversation.startAgain();
  surface.focus();
});
