import { describe, expect, test } from "vitest";
import { emptyImprovement, type Improvement } from "../../lib/door/improvement";
import { beside, grouped, owners, select, sorted, type Wish } from "./list";

function action(title: string, changes: Partial<Improvement> = {}): Improvement {
  return { ...emptyImprovement, id: title, title, serviceName: "", overdue: false, looks: [], changedAt: "", changedBy: "", ...changes };
}

const all = [
  action("Chat", { serviceId: "m", serviceName: "Markt", owner: "IT", overdue: true, due: "2026-01-01", criteria: ["SD-G3"] }),
  action("Loket één", { serviceId: "s", serviceName: "Sport", owner: "Onthaal", status: "running", due: "2026-12-01", criteria: ["SD-G3", "SD-G1"] }),
  action("Brief", { status: "done", owner: "IT", looks: [{ assessmentId: "a", moment: "before", criterion: "SD-G1", label: "" }] }),
  action("App", { serviceId: "m", serviceName: "Markt", status: "dropped" }),
];
const anything: Wish = { query: "", service: "", owner: "", filter: "all" };

describe("select", () => {
  test.each<[Partial<Wish>, string[]]>([
    [{}, ["Chat", "Loket één", "Brief", "App"]],
    [{ query: "een onthaal" }, ["Loket één"]],
    [{ query: "sd-g3" }, ["Chat", "Loket één"]],
    [{ service: "m" }, ["Chat", "App"]],
    [{ owner: "IT", filter: "open" }, ["Chat"]],
    [{ filter: "overdue" }, ["Chat"]],
    [{ filter: "look" }, ["Brief"]],
    [{ filter: "dropped" }, ["App"]],
    [{ query: "nergens" }, []],
  ])("%j", (wish, want) => expect(select(all, { ...anything, ...wish }).map((item) => item.title)).toEqual(want));
});

describe("sorted", () => {
  const titles = (by: Parameters<typeof sorted>[1], up: boolean): string[] => sorted(all, by, up, "nl").map((item) => item.title);
  test("by nothing stays as it came", () => expect(titles("", true)).toEqual(["Chat", "Loket één", "Brief", "App"]));
  test("by title", () => expect(titles("title", true)).toEqual(["App", "Brief", "Chat", "Loket één"]));
  test("by date, what has none last", () => expect(titles("due", true)).toEqual(["Chat", "Loket één", "Brief", "App"]));
  test("the other way round, still last", () => expect(titles("due", false)).toEqual(["Loket één", "Chat", "Brief", "App"]));
  test("by status", () => expect(titles("status", false)).toEqual(["App", "Brief", "Loket één", "Chat"]));
});

test("grouped", () => {
  const keys = (by: "none" | "service" | "criterion"): [string, number][] => grouped(all, by).map(({ key, actions }) => [key, actions.length]);
  expect(keys("none")).toEqual([["", 4]]);
  expect(keys("service")).toEqual([["m", 2], ["s", 1], ["", 1]]);
  expect(keys("criterion")).toEqual([["SD-G3", 2], ["SD-G1", 1], ["", 2]]);
});

test("owners, each once", () => expect(owners(all)).toEqual(["IT", "Onthaal"]));

test("beside, and nothing past the edge", () => {
  expect([beside("to_start", -1), beside("to_start", 1), beside("dropped", 1)]).toEqual([undefined, "running", undefined]);
});
