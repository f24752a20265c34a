// The menu in the chat's title bar: language, download, end; and the window's close button.
import { format } from './texts.js';

const byId = (id) => document.getElementById(id);

export class Menu {
  #options;

  constructor(options) {
    this.#options = options;
    this.#fillLanguages(options.settings.languages);
    byId('close-button').hidden = !options.host.framed;
    byId('close-button').addEventListener('click', () => options.host.close());
    byId('menu-button').addEventListener('click', () => this.#toggle(byId('menu').hidden));
    byId('language').addEventListener('change', (event) => options.onLanguage(event.target.value));
    byId('download').addEventListener('click', () => this.#download());
    byId('end').addEventListener('click', () => this.#end());
    document.addEventListener('keydown', (event) => this.#escape(event));
    document.addEventListener('pointerdown', ({ target }) => target.closest('#menu, #menu-button') || this.#toggle(false));
  }

  showLanguage(language) {
    byId('language').value = language;
  }

  enable(state) {
    byId('download').disabled = !this.#options.conversation.isStarted;
    byId('end').disabled = state !== 'online';
  }

  #fillLanguages(languages) {
    byId('language').replaceChildren(...languages.map(({ code, name }) => {
      const option = new Option(name, code);
      option.lang = code;
      return option;
    }));
  }

  #toggle(open) {
    const changed = byId('menu').hidden === open;
    byId('menu').hidden = !open;
    byId('menu-button').setAttribute('aria-expanded', String(open));
    if (changed && open) {
      byId('language').focus();
    }
  }

  // Innermost first: the dialog closes itself, then the menu, then the chat window.
  #escape(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || byId('confirm').open) {
      return;
    }
    if (!byId('menu').hidden) {
      this.#toggle(false);
      byId('menu-button').focus();
    } else if (!document.activeElement?.closest('[role=dialog]')) {
      this.#options.host.close();
    }
  }

  async #download() {
    const { conversation, texts } = this.#options;
    this.#toggle(false);
    try {
      const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      const answer = await fetch(`chat/transcript?timezone=${encodeURIComponent(zone)}`, { headers: { authorization: `Bearer ${conversation.token}` } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      save(await answer.blob(), fileName(answer) ?? format(texts().page.TranscriptFile, new Date().toISOString().slice(0, 10)));
    } catch {
      this.#say(texts().page.DownloadFailed);
    }
  }

  #end() {
    const { conversation, surface, texts } = this.#options;
    this.#toggle(false);
    const dialog = byId('confirm');
    dialog.returnValue = '';
    dialog.addEventListener('close', async () => {
      if (dialog.returnValue !== 'yes') {
        surface.focus();
        return;
      }
      try {
        await conversation.end();
        byId('start-again').focus();
      } catch {
        this.#say(texts().page.EndFailed);
      }
    }, { once: true });
    dialog.showModal();
  }

  #say(text) {
    byId('status-text').textContent = text;
    byId('status-button').hidden = true;
    byId('status').hidden = false;
    setTimeout(() => this.#options.onSaid(), 6000);
  }
}

function fileName(answer) {
  return /filename="?([^";]+)"?/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
}

function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
