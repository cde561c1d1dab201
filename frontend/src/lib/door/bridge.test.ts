import { afterEach, expect, test, vi } from "vitest";
import { bridge } from "./bridge";
import { faultOf, tooLarge, unreachable } from "./fault";

afterEach(() => vi.unstubAllGlobals());

test.each([
  [413, tooLarge],
  [404, unreachable],
])("an answer of %i is the fault %s", async (status, code) => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status })));
  const cause: unknown = await bridge()
    .call("Home", "{}")
    .catch((thrown: unknown) => thrown);
  expect(faultOf(cause).code).toBe(code);
});
