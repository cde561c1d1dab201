import { beforeEach, describe, expect, test } from "vitest";
import type { Answer, Criterion, Verdict } from "../../../lib/door/types";
import { end } from "../order";
import { Rows } from "./rows.svelte";

/** An assessment of four criteria, and somebody who moves about in it. */
class Bench {
  readonly answers: Record<string, Answer> = {};
  readonly criteria = ["A", "B", "C", "D"].map((code) => ({ code, label: `label ${code}`, question: "", principle: "P" }) as Criterion);
  cursor = "A";
  readonly rows = new Rows(
    { criteria: this.criteria, answer: (code) => this.answers[code] },
    { role: () => "", cursor: () => this.cursor, moveTo: (code) => this.goTo(code) },
  );

  constructor() {
    for (const { code } of this.criteria) this.say(code, "");
  }

  say(criterion: string, verdict: Verdict): void {
    this.answers[criterion] = { criterion, verdict, explanation: "", review: "" } as Answer;
  }

  goTo(code: string): void {
    this.cursor = code;
    this.rows.arrive(code);
  }
}

let bench: Bench;
beforeEach(() => (bench = new Bench()));

describe("rows", () => {
  test("all are there, and the arrows go along them to the end", () => {
    expect(bench.rows.codes).toEqual(["A", "B", "C", "D"]);
    expect(bench.rows.neighbour("A", 1)).toBe("B");
    expect(bench.rows.neighbour("A", -1)).toBe("A");
    expect(bench.rows.neighbour("D", 1)).toBe(end);
    expect(bench.rows.neighbour(end, -1)).toBe("D");
  });

  test("a filter never hides the row that is worked on until one leaves it", () => {
    bench.rows.show({ filter: "open" });
    bench.say("A", "no");
    expect(bench.rows.codes).toEqual(["A", "B", "C", "D"]);
    bench.goTo(bench.rows.neighbour("A", 1));
    expect(bench.cursor).toBe("B");
    expect(bench.rows.codes).toEqual(["B", "C", "D"]);
  });

  test("a filter that leaves the cursor's row out moves the cursor to the first", () => {
    bench.say("A", "yes");
    bench.rows.show({ filter: "open" });
    expect(bench.cursor).toBe("B");
    bench.rows.show({ query: "d" });
    expect([bench.cursor, bench.rows.codes]).toEqual(["D", ["D"]]);
    bench.rows.show({ query: "nothing of the kind" });
    expect([bench.cursor, bench.rows.codes]).toEqual(["D", []]);
    bench.rows.show({ query: "" });
    expect([bench.cursor, bench.rows.codes]).toEqual(["D", ["B", "C", "D"]]);
  });

  test("coming to a row that a filter hides shows it", () => {
    bench.say("C", "yes");
    bench.rows.show({ filter: "open" });
    bench.goTo("C");
    expect(bench.rows.codes).toEqual(["A", "B", "C", "D"]);
  });

  test("the next open one is among the rows that are shown", () => {
    bench.say("B", "no");
    bench.rows.show({ filter: "missing" });
    expect(bench.rows.codes).toEqual(["B"]);
    bench.rows.show({ filter: "all" });
    expect(bench.rows.nextOpen("A")).toBe("C");
  });

  test("counts what each filter leaves, whatever is searched", () => {
    bench.say("A", "yes");
    bench.rows.show({ query: "label d" });
    expect([bench.rows.count("all"), bench.rows.count("open"), bench.rows.count("discuss")]).toEqual([4, 3, 0]);
  });
});
