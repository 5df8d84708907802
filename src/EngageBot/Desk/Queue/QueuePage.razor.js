const editing = target => target instanceof HTMLElement
  && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])"));

const elsewhere = () => document.querySelector(".mud-dialog, .mud-popover-open") !== null;

// Tells the page of each key that means something, and which mention was on the screen when it was pressed.
export function listen(page, keys) {
  const tell = (event, key) => {
    event.preventDefault();
    const shown = document.querySelector("[data-mention]")?.dataset.mention ?? null;
    page.invokeMethodAsync("Press", key, shown);
  };
  const onKeyDown = event => {
    if (event.defaultPrevented || event.isComposing || event.repeat || elsewhere()) return;
    if (editing(event.target)) {
      if (event.target.matches("[data-editor]") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) tell(event, "Send");
      else if (event.key === "Escape") tell(event, "Leave");
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph")) return;
    const key = event.key === "Escape" ? "Leave" : event.key;
    if (keys.includes(key)) tell(event, key);
  };
  document.addEventListener("keydown", onKeyDown);
  return {
    stop: () => document.removeEventListener("keydown", onKeyDown),
  };
}

// Keeps the open line of the list in sight, and hands the focus to the new letter when its old place went with the last one.
export function reveal(id) {
  document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  if (document.activeElement === document.body) document.querySelector("article.sheet")?.focus({ preventScroll: true });
}
