const editing = target => target instanceof HTMLElement
  && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])"));

const elsewhere = () => document.querySelector(".mud-dialog, .mud-popover-open, dialog[open]") !== null;

// On a keyboard of another script the key in the place of the Latin letter counts.
const latin = event => /^\p{L}$/u.test(event.key) && !/^\p{Script=Latin}$/u.test(event.key) && event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";

// Tells the page of each key that stands for a verb, by the code of the verb, and which mention was on the screen when it was pressed.
export function listen(page, keys) {
  const tell = (event, key) => {
    event.preventDefault();
    const shown = document.querySelector("[data-mention]")?.dataset.mention ?? null;
    page.invokeMethodAsync("Press", key, shown);
  };
  const onKeyDown = event => {
    if (event.defaultPrevented || event.isComposing || event.repeat || elsewhere()) return;
    if (editing(event.target)) {
      // after Enter has done its work
      if (event.target.matches("[data-search]") && (event.key === "Escape" || event.key === "Enter")) setTimeout(() => event.target.blur());
      if (event.target.matches("[data-editor]") && event.key === "Enter" && (event.ctrlKey || event.metaKey)) tell(event, "Send");
      else if (event.key === "Escape") tell(event, "Leave");
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph")) return;
    const code = event.key === "Escape" ? "Leave" : keys[event.key] ?? keys[latin(event)];
    if (code === "/") seek(); // at once: what is typed next belongs into the field
    if (code) tell(event, code);
  };
  document.addEventListener("keydown", onKeyDown);
  return {
    stop: () => document.removeEventListener("keydown", onKeyDown),
  };
}

// Puts the cursor where one says what to look for.
export function seek() {
  const field = document.querySelector("[data-search]");
  if (document.activeElement === field) return;
  document.body.classList.add("seeking"); // on a phone the field stands above the list
  field?.addEventListener("blur", () => document.body.classList.remove("seeking"), { once: true });
  field?.focus();
  field?.select();
}

// Hands the focus to the new letter when its old place went with the last one.
export function reveal() {
  if (document.activeElement === document.body) document.querySelector("article.sheet")?.focus({ preventScroll: true });
}
