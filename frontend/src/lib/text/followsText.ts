import type { AnswerSource } from "../door/types";
import { t } from "./text.svelte";

/** Says what an answer follows from, and why; not the reason once more where it was said. */
export function followsText(source: AnswerSource, said = ""): string {
  const args = { Name: source.name, Reason: source.reason };
  if (source.reason.trim() !== "" && said.trim() !== "" && said.includes(source.reason.trim())) {
    return t(source.kind === "question" ? "follows.questionOnly" : "follows.fromOnly", { Name: source.name });
  }
  if (source.kind === "question") return t("follows.question", args);
  return source.reason.trim() === "" ? t("follows.nameOnly", args) : t("follows.from", args);
}
