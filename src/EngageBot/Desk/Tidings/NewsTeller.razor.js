let audio;

// Two soft notes, made here: no file, and nothing to fetch.
export function sound() {
  audio ??= new AudioContext();
  for (const [pitch, at] of [[660, 0], [880, 0.14]]) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const start = audio.currentTime + at;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, start);
    loudness.gain.exponentialRampToValueAtTime(0.08, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  }
}

// Whoever has the page before them sees the news there.
export function notify(title, body, address) {
  if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted") return;
  const notice = new Notification(title, { body, tag: "engagebot", icon: "/desk.svg" });
  notice.onclick = () => {
    window.focus();
    location.assign(address);
    notice.close();
  };
}

// Only ever from a click of the person.
export async function ask() {
  if (!("Notification" in window)) return false;
  return (Notification.permission === "granted" ? "granted" : await Notification.requestPermission()) === "granted";
}
