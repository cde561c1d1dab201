/** What ends a press. A pointer may be let go unseen: over a menu, outside the window, after dragging. */
const ends = ["mouseup", "contextmenu", "dragend", "pointercancel", "keydown"];

let down = false;
const waiting = new Set<() => void>();

/** Listens to the pointer. Of a touch, too, the mouse events count: it is between those that a field loses the focus. */
export function watchPress(place: Pick<EventTarget, "addEventListener"> = globalThis): void {
  const capture = true; // whoever stops them
  place.addEventListener("mousedown", () => (down = true), { capture });
  for (const name of ends) place.addEventListener(name, end, { capture });
  place.addEventListener("mousemove", (event) => (event as MouseEvent).buttons === 0 && end(), { capture });
  place.addEventListener("blur", ({ target }) => target === place && end(), { capture }); // of the window, not of a field
}

/**
 * Does something now, or after the click where a pointer is held down: a
 * click comes only where press and release are on the same thing, so what
 * moves things on the screen waits. Gives what calls that off.
 */
export function afterPress(does: () => void): () => void {
  if (!down) {
    does();
    return () => undefined;
  }
  waiting.add(does);
  return () => waiting.delete(does);
}

function end(): void {
  if (!down) return;
  down = false;
  // The click comes first: it is part of the same release.
  setTimeout(() => {
    for (const does of waiting) {
      waiting.delete(does);
      does();
    }
  });
}
