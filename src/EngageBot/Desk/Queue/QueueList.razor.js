// Brings a line into sight; false when it is not drawn.
export function reveal(id) {
  const line = document.getElementById(id);
  line?.scrollIntoView({ block: "nearest" });
  return line !== null;
}

// Goes to where a line that is not drawn yet will stand.
export function scrollTo(list, rank, height) {
  list.scrollTop = Math.max(0, rank * height - list.clientHeight / 2);
}

// Lines that come or go above what somebody reads must not move it.
export function anchor(list) {
  let held = null;
  const hold = () => {
    const top = list.getBoundingClientRect().top;
    const line = [...list.querySelectorAll("li[id]")].find(line => line.getBoundingClientRect().top >= top);
    held = line ? { id: line.id, top: line.getBoundingClientRect().top } : null;
  };
  const observer = new MutationObserver(() => {
    const line = held && document.getElementById(held.id);
    if (line && list.contains(line)) {
      const moved = line.getBoundingClientRect().top - held.top;
      if (moved !== 0 && list.scrollTop + moved > 0) list.scrollTop += moved;
    }
    hold();
  });
  list.addEventListener("scroll", hold, { passive: true });
  observer.observe(list, { childList: true, subtree: true });
  return {
    stop: () => {
      observer.disconnect();
      list.removeEventListener("scroll", hold);
    },
  };
}
