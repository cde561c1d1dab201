import { describe, expect, test } from "vitest";
import { Loaded } from "./loaded.svelte";

/** A fetch that answers when the test says so. */
function bench() {
  const calls: { resolve: (value: string) => void; reject: (cause: Error) => void }[] = [];
  const loaded = new Loaded(() => new Promise<string>((resolve, reject) => calls.push({ resolve, reject })));
  return { calls, loaded };
}

describe("Loaded", () => {
  test("shows what came", async () => {
    const { calls, loaded } = bench();
    const done = loaded.load();
    expect(loaded.value).toBeUndefined();
    calls[0]?.resolve("a");
    await done;
    expect(loaded.value).toBe("a");
  });

  test("a late reply does not take the place of a newer one", async () => {
    const { calls, loaded } = bench();
    const [first, second] = [loaded.load(), loaded.load()];
    calls[1]?.resolve("new");
    await second;
    calls[0]?.resolve("old");
    await first;
    expect(loaded.value).toBe("new");
  });

  test("nor does a late failure", async () => {
    const { calls, loaded } = bench();
    const first = loaded.load();
    loaded.set("known");
    calls[0]?.reject(new Error("late"));
    await first;
    expect([loaded.value, loaded.fault]).toEqual(["known", undefined]);
  });

  test("a failure keeps what was there, and goes with the next success", async () => {
    const { calls, loaded } = bench();
    loaded.set("before");
    const failing = loaded.load();
    calls[0]?.reject(new Error("gone"));
    await failing;
    expect([loaded.value, loaded.fault?.code]).toEqual(["before", "unreachable"]);
    const again = loaded.load();
    calls[1]?.resolve("after");
    await again;
    expect([loaded.value, loaded.fault]).toEqual(["after", undefined]);
  });
});
