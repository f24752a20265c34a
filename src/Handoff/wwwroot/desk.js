// What an open desk tells its page on the server, and what that page can do in the browser.
let waitingNow = 0;
let soundOn = localStorage.getItem('warmline-sound') !== 'off';

export function start(page) {
  document.addEventListener('visibilitychange', () => {
    page.invokeMethodAsync('Visible', document.visibilityState === 'visible').catch(() => { });
  });
  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
    minutesEast: -new Date().getTimezoneOffset(),
    visible: document.visibilityState === 'visible',
    sound: soundOn,
  };
}

export function address(path) {
  history.replaceState(history.state, '', new URL(path, document.baseURI));
}

export function sound(on) {
  soundOn = on;
  localStorage.setItem('warmline-sound', on ? 'on' : 'off');
}

export function waiting(count, title) {
  document.title = count > 0 ? `(${count}) ${title}` : title;
  if (count > waitingNow && soundOn) beep();
  waitingNow = count;
}

// Browsers are silent until somebody has clicked; asking earlier would only be a warning in the console.
function beep() {
  if (!navigator.userActivation?.hasBeenActive) return;
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  tone.frequency.value = 660;
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => audio.close();
  tone.start();
  tone.stop(audio.currentTime + 0.4);
}
