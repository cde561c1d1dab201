import type { AnswerSource } from "../door/types";
import { t } from "./text.svelte";

/** Says what an answer follows from, and why. */
export function followsText(source: AnswerSource): string {
  const args = { Name: source.name, Reason: source.reason };
  if (source.kind === "question") return t("follows.question", args);
  return source.reason.trim() === "" ? t("follows.nameOnly", args) : t("follows.from", args);
}
