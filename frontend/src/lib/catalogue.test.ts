import { expect, test } from "vitest";
import { aidsFor } from "./catalogue";
import type { Catalogue } from "./door/types";

const aid = (id: string, ...contributions: [criterion: string, extent: "covers" | "contributes"][]) => ({
  id,
  contributions: contributions.map(([criterion, extent]) => ({ criterion, extent, why: `${id} ${criterion}` })),
});
const catalogue = {
  aids: [aid("one", ["A", "contributes"]), aid("sure", ["A", "covers"]), aid("wide", ["A", "contributes"], ["B", "contributes"]), aid("other", ["B", "covers"])],
} as unknown as Catalogue;

test.each<[string, string[], string[]]>([
  ["those that cover it first", [], ["sure", "one", "wide"]],
  ["those that touch most of what is unmet before them", ["A", "B"], ["wide", "sure", "one"]],
])("%s", (_, unmet, want) => expect(aidsFor(catalogue, "A", unmet).map((helpful) => helpful.aid.id)).toEqual(want));
