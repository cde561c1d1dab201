/** Tells whether keys belong to what has the focus: a field, a list of choices, an open disclosure's own keys not. */
export function isEditing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select, [role=combobox], [role=listbox]");
}

/** Steps that the field with the focus can do again by itself: what its own undo took back. */
let undoneHere = 0;

let unchanged: { field: HTMLInputElement | HTMLTextAreaElement; value: string } | undefined;

/** Remembers what stands in a field when it takes the focus. */
export function watchFields(): void {
  addEventListener("focusin", ({ target }) => remember(target));
  addEventListener("input", (event) => {
    const { inputType } = event as InputEvent;
    if (inputType === "historyUndo") undoneHere++;
    else if (inputType === "historyRedo") undoneHere = Math.max(0, undoneHere - 1);
    else undoneHere = 0;
  });
}

/** What stands in the field with the focus was put there by the program: its own undo knows nothing of it. */
export function watchAgain(): void {
  remember(document.activeElement);
}

function remember(target: EventTarget | null): void {
  const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
  unchanged = field && { field, value: field.value };
  undoneHere = 0;
}

/**
 * Tells whether Ctrl+Z belongs to the field with the focus: it does once
 * something was typed there. Before that, it takes back the latest change.
 */
export function fieldHasOwnUndo(): boolean {
  return unchanged !== undefined && unchanged.field === document.activeElement && unchanged.field.value !== unchanged.value;
}

/** Tells whether Ctrl+Y belongs to the field with the focus: it does while there is something that Ctrl+Z took back there. */
export function fieldHasOwnRedo(): boolean {
  return undoneHere > 0 && unchanged?.field === document.activeElement;
}
