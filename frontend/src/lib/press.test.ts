import { expect, test, vi } from "vitest";
import { afterPress, watchPress } from "./press";

const place = new EventTarget();
watchPress(place);
const send = (name: string, data: object = {}) => place.dispatchEvent(Object.assign(new Event(name), data));
const later = () => new Promise((resolve) => setTimeout(resolve, 5));

test("what may move things waits for the click of a pointer that is held down", async () => {
  const does = vi.fn();
  afterPress(does);
  expect(does).toHaveBeenCalledTimes(1);
  send("mousedown");
  afterPress(does);
  await later();
  send("mousemove", { buttons: 1 });
  await later();
  expect(does).toHaveBeenCalledTimes(1);
  send("mouseup");
  send("click");
  expect(does).toHaveBeenCalledTimes(1);
  await later();
  expect(does).toHaveBeenCalledTimes(2);
});

test.each(["mouseup", "contextmenu", "dragend", "pointercancel", "keydown", "blur", "mousemove"])("a press ends with %s", async (name) => {
  const does = vi.fn();
  send("mousedown");
  afterPress(does);
  send(name, { buttons: 0 });
  await later();
  expect(does).toHaveBeenCalledTimes(1);
  afterPress(does);
  expect(does).toHaveBeenCalledTimes(2);
});

test("what waits can be called off", async () => {
  const does = vi.fn();
  send("mousedown");
  afterPress(does)();
  send("mouseup");
  await later();
  expect(does).not.toHaveBeenCalled();
});
