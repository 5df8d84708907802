// Who signs out leaves no words behind in this browser.
document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => {
  try {
    for (const key of Object.keys(localStorage).filter(key => key.startsWith("engagebot-words:"))) localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
});
