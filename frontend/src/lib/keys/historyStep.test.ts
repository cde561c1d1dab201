import { expect, test } from "vitest";
import { historyStep } from "./historyStep";
import type { Press } from "./keymap";

const press = (key: string, held: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...held });

test.each<[string, Press, string | undefined]>([
  ["Ctrl+Z", press("z", { ctrlKey: true }), "undo"],
  ["Ctrl+Z with caps lock", press("Z", { ctrlKey: true }), "undo"],
  ["Command+Z", press("z", { metaKey: true }), "undo"],
  ["Ctrl+Y", press("y", { ctrlKey: true }), "redo"],
  ["Ctrl+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), "redo"],
  ["Ctrl+Shift+Y", press("Y", { ctrlKey: true, shiftKey: true }), undefined],
  ["Ctrl+Alt+Z", press("z", { ctrlKey: true, altKey: true }), undefined],
  ["z", press("z"), undefined],
])("%s", (_, given, want) => expect(historyStep(given)).toBe(want));
