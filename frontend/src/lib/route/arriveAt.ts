/** Shows a part of a page, and gives it the focus: for an address that names one. */
export function arriveAt(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}
