import { expect, test } from "vitest";
import { wails } from "./wails";

test("a browser is not the window", () => {
  expect(wails({})).toBeUndefined();
});

test("calls and events go through what Wails put into the page", async () => {
  const seen: string[] = [];
  const page = {
    go: { app: { Door: { Call: (method: string, input: string) => Promise.resolve(`${method} ${input}`) } } },
    runtime: {
      EventsOn: (event: string, listen: (data: unknown) => void) => {
        listen(event);
        return () => seen.push("off");
      },
      Quit: () => seen.push("quit"),
    },
  };
  const transport = wails(page);
  expect(await transport?.call("Home", "{}")).toBe("Home {}");
  transport?.on("progress", (data) => seen.push(String(data)))();
  transport?.quit();
  expect(seen).toEqual(["progress", "off", "quit"]);
});
