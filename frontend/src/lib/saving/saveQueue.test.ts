import { beforeEach, describe, expect, test } from "vitest";
import { SaveQueue, type SaveState } from "./saveQueue";

/** A disk that answers when the test says so, and a clock that the test moves. */
class Bench {
  readonly calls: { key: string; value: string; ok: () => void; fail: (why: string) => void }[] = [];
  readonly disk = new Map<string, string>();
  readonly saved: [string, string, boolean][] = [];
  state: SaveState = { waiting: 0, failure: undefined };
  timers: { callBack: () => void; left: number }[] = [];

  readonly queue = new SaveQueue<string, string>(
    (key, value) =>
      new Promise((resolve, reject) => {
        this.calls.push({
          key,
          value,
          ok: () => {
            this.disk.set(key, value);
            resolve(value);
          },
          fail: (why) => {
            reject(new Error(why));
          },
        });
      }),
    {
      saved: (key, reply, latest) => this.saved.push([key, reply, latest]),
      changed: (state) => (this.state = state),
    },
    (callBack, left) => {
      const entry = { callBack, left };
      this.timers.push(entry);
      return () => (this.timers = this.timers.filter((other) => other !== entry));
    },
  );

  pass(milliseconds: number): void {
    for (const entry of this.timers) entry.left -= milliseconds;
    const due = this.timers.filter((entry) => entry.left <= 0);
    this.timers = this.timers.filter((entry) => entry.left > 0);
    for (const entry of due) entry.callBack();
  }

  get sent(): string[] {
    return this.calls.map(({ key, value }) => `${key}=${value}`);
  }

  /** Answers a call and lets what follows from it happen. */
  async ok(index: number): Promise<void> {
    this.calls[index]?.ok();
    await settle();
  }

  async fail(index: number, why = "full"): Promise<void> {
    this.calls[index]?.fail(why);
    await settle();
  }
}

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

describe("SaveQueue", () => {
  test("saves at once, and says so only when it is done", async () => {
    bench.queue.put("a", "1");
    expect(bench.sent).toEqual(["a=1"]);
    expect(bench.state.waiting).toBe(1);
    await bench.ok(0);
    expect(bench.state).toEqual({ waiting: 0, failure: undefined });
    expect(bench.saved).toEqual([["a", "1", true]]);
  });

  test("waits until typing stops", () => {
    bench.queue.put("a", "1", 400);
    bench.pass(300);
    bench.queue.put("a", "12", 400);
    bench.pass(300);
    expect(bench.sent).toEqual([]);
    bench.pass(100);
    expect(bench.sent).toEqual(["a=12"]);
  });

  test("an urgent value takes the typed one along", () => {
    bench.queue.put("a", "typed", 400);
    bench.queue.put("a", "typed+no");
    expect(bench.sent).toEqual(["a=typed+no"]);
    bench.pass(1000);
    expect(bench.sent).toHaveLength(1);
  });

  test("what is typed during a save is saved after it, and its reply comes last", async () => {
    bench.queue.put("a", "1");
    bench.queue.put("a", "12");
    bench.queue.put("a", "123");
    expect(bench.sent).toEqual(["a=1"]);
    await bench.ok(0);
    expect(bench.sent).toEqual(["a=1", "a=123"]);
    await bench.ok(1);
    expect(bench.saved).toEqual([
      ["a", "1", false],
      ["a", "123", true],
    ]);
    expect(bench.disk.get("a")).toBe("123");
  });

  test("typing during a save stays waiting until its own pause is over", async () => {
    bench.queue.put("a", "1");
    bench.queue.put("a", "12", 400);
    await bench.ok(0);
    expect(bench.sent).toEqual(["a=1"]);
    expect(bench.state.waiting).toBe(1);
    bench.pass(400);
    expect(bench.sent).toEqual(["a=1", "a=12"]);
  });

  test("one save at a time, in the order in which they were asked for", async () => {
    bench.queue.put("a", "1");
    bench.queue.put("b", "1");
    bench.queue.put("c", "1");
    expect(bench.sent).toEqual(["a=1"]);
    await bench.ok(0);
    await bench.ok(1);
    expect(bench.sent).toEqual(["a=1", "b=1", "c=1"]);
  });

  test("a failure stays until the value is saved", async () => {
    bench.queue.put("a", "1");
    await bench.fail(0, "disk full");
    expect(bench.state.failure).toEqual(new Error("disk full"));
    expect(bench.state.waiting).toBe(1);
    const done = bench.queue.flush();
    expect(bench.state.failure).toEqual(new Error("disk full"));
    await bench.ok(1);
    expect(await done).toBe(true);
    expect(bench.state).toEqual({ waiting: 0, failure: undefined });
    expect(bench.disk.get("a")).toBe("1");
  });

  test("a failed value that changes is tried again", async () => {
    bench.queue.put("a", "1");
    await bench.fail(0);
    bench.queue.put("a", "12", 400);
    expect(bench.state.failure).toBeDefined();
    bench.pass(400);
    await bench.ok(1);
    expect([...bench.disk]).toEqual([["a", "12"]]);
    expect(bench.state.failure).toBeUndefined();
  });

  test("typing while a save fails is not lost", async () => {
    bench.queue.put("a", "1");
    bench.queue.put("a", "12", 400);
    await bench.fail(0);
    expect(bench.queue.waiting()).toEqual([["a", "12"]]);
    bench.pass(400);
    await bench.ok(1);
    expect(bench.disk.get("a")).toBe("12");
    expect(bench.state.failure).toBeUndefined();
  });

  test("one failure holds up nothing else", async () => {
    bench.queue.put("a", "1");
    bench.queue.put("b", "1");
    await bench.fail(0);
    await bench.ok(1);
    expect(bench.disk.get("b")).toBe("1");
    expect(bench.state.waiting).toBe(1);
    expect(bench.state.failure).toBeDefined();
  });

  test("flush saves what still waits for a pause", async () => {
    bench.queue.put("a", "1", 400);
    bench.queue.put("b", "1", 400);
    const done = bench.queue.flush();
    await bench.ok(0);
    await bench.ok(1);
    expect(await done).toBe(true);
    expect(bench.timers).toEqual([]);
  });

  test("flush waits for a save under way and for what came after it", async () => {
    bench.queue.put("a", "1");
    bench.queue.put("a", "12", 400);
    const done = bench.queue.flush();
    await bench.ok(0);
    await bench.ok(1);
    expect(await done).toBe(true);
    expect(bench.disk.get("a")).toBe("12");
  });

  test("flush tells that something could not be saved, and does not try for ever", async () => {
    bench.queue.put("a", "1");
    const done = bench.queue.flush();
    await bench.fail(0);
    expect(await done).toBe(false);
    expect(bench.calls).toHaveLength(1);
  });

  test("flush of nothing is done", async () => {
    expect(await bench.queue.flush()).toBe(true);
  });
});
