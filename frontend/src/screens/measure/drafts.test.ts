import { expect, test } from "vitest";
import { Drafts } from "./drafts";

test("a draft is found again until it is saved, if something was changed in it", () => {
  const drafts = new Drafts<{ changed: boolean; name: string }>();
  const { draft } = drafts.open("a", () => ({ changed: false, name: "first" }));
  expect(drafts.open("a", () => ({ changed: true, name: "second" }))).toMatchObject({ draft: { name: "second" }, restored: false });
  expect(draft.name).toBe("first");
  expect(drafts.open("a", () => ({ changed: false, name: "third" }))).toMatchObject({ draft: { name: "second" }, restored: true });
  expect(drafts.open("b", () => ({ changed: false, name: "other" }))).toMatchObject({ restored: false });
  drafts.forget("a");
  expect(drafts.open("a", () => ({ changed: false, name: "fourth" }))).toMatchObject({ draft: { name: "fourth" }, restored: false });
});
