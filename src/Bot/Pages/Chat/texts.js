// Sentences of the page in the language chosen now.
export async function loadTexts(language) {
  const answer = await fetch(`chat/text/${language}`);
  if (!answer.ok) {
    throw new Error(`No texts for ${language}.`);
  }
  return answer.json();
}

export function format(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export function showTexts({ language, direction, page }, shop) {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  const title = format(page.ChatTitle, shop.name);
  document.title = title;
  const byId = (id) => document.getElementById(id);
  byId('title').textContent = shop.name;
  byId('webchat').setAttribute('aria-label', title);
  label(byId('menu-button'), page.Menu);
  label(byId('close-button'), page.CloseChat);
  document.querySelector('label[for=language]').textContent = page.Language;
  const plain = {
    download: 'Download', end: 'EndChat', 'ended-text': 'Ended', 'start-again': 'StartAgain', 'confirm-title': 'EndChatQuestion',
    'confirm-text': 'EndChatExplained', 'confirm-no': 'EndChatNo', 'confirm-yes': 'EndChatYes',
  };
  for (const [id, key] of Object.entries(plain)) {
    byId(id).textContent = page[key];
  }
}

function label(button, text) {
  button.setAttribute('aria-label', text);
  button.title = text;
}
