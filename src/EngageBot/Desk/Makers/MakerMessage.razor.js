// Where the page was not loaded safely there is no clipboard; then the words are marked, ready for Ctrl C.
export async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(document.getElementById(place));
    return false;
  }
}
