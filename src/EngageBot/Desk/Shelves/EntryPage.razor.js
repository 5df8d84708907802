// Ctrl+S and Ctrl+Enter press the button that saves.
const onKeyDown = event => {
  if (!(event.ctrlKey || event.metaKey) || !["s", "Enter"].includes(event.key)) return;
  const save = document.querySelector("[data-save]");
  if (!save) return;
  event.preventDefault();
  if (!save.disabled) save.click();
};

export function open() {
  document.removeEventListener("keydown", onKeyDown);
  document.addEventListener("keydown", onKeyDown);
}

// What is typed outlives a reload or a crash of the page, in this browser only.
export function keep(drawer, text) {
  if (text === null) localStorage.removeItem(drawer);
  else localStorage.setItem(drawer, text);
}

export function kept(drawer) {
  return localStorage.getItem(drawer);
}

export function mayLeave() {
  return confirm("What you typed is not saved. Leave the page? It is offered again when you come back.");
}
