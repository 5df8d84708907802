// Ctrl and K open it from everywhere, from the editor too; with Alt it is a letter of somebody's keyboard.
export function listen(palette, dialog) {
  const onKeyDown = event => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.getModifierState("AltGraph")) return;
    event.preventDefault();
    if (!dialog.open) palette.invokeMethodAsync("OpenAsync");
  };
  const onArrow = event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventDefault();
  };
  document.addEventListener("keydown", onKeyDown);
  dialog.addEventListener("keydown", onArrow);
  return { stop: () => document.removeEventListener("keydown", onKeyDown) };
}

export function show(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.focus();
}

export function hide(dialog) {
  dialog.close();
}
