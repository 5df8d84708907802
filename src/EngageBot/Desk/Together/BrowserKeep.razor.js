const prefix = "engagebot-words:";
const longest = 7 * 24 * 60 * 60 * 1000;

const placeOf = (person, mention) => `${prefix}${person}:${mention}`;

// A browser that keeps nothing (private, or full) must not stop anybody from writing.
const trying = act => {
  try {
    return act();
  } catch {
    return null;
  }
};

// Writes down every letter typed in an answer, under the person's id: nobody else at this browser is offered it.
export function keep(person) {
  const onInput = event => {
    if (!event.target.matches?.("[data-editor]")) return;
    trying(() => localStorage.setItem(placeOf(person, event.target.dataset.wordsOf), JSON.stringify({ text: event.target.value, at: Date.now() })));
  };
  // What was typed while the line was cut never reached the desk: once it is back, the editor says all of it again.
  const onLine = event => {
    const editor = document.querySelector("[data-editor]");
    if (event.detail?.state === "hide" && editor && localStorage.getItem(placeOf(person, editor.dataset.wordsOf)) !== null)
      editor.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const line = document.getElementById("components-reconnect-modal");
  document.addEventListener("input", onInput);
  line?.addEventListener("components-reconnect-state-changed", onLine);
  return {
    stop: () => {
      document.removeEventListener("input", onInput);
      line?.removeEventListener("components-reconnect-state-changed", onLine);
    },
  };
}

// The desk has these words now; newer ones stay. None at all means that they were thrown away.
export function kept(person, mention, text) {
  trying(() => {
    const place = placeOf(person, mention);
    const words = JSON.parse(localStorage.getItem(place) ?? "null");
    if (words !== null && (text === "" || words.text === text)) localStorage.removeItem(place);
  });
}

// What this person typed here and the desk never had; anybody's that nobody asked for in a week is forgotten.
export function left(person) {
  return trying(() => {
    const found = [];
    for (const place of Object.keys(localStorage).filter(key => key.startsWith(prefix))) {
      const words = JSON.parse(localStorage.getItem(place));
      const [owner, mention] = place.slice(prefix.length).split(":");
      if (Date.now() - words.at > longest) localStorage.removeItem(place);
      else if (owner === person && words.text.length > 0) found.push({ mention, text: words.text });
    }
    return found;
  }) ?? [];
}
