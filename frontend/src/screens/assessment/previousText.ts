import { day, t } from "../../lib/text/text.svelte";
import type { AssessmentModel } from "./model.svelte";

/** Names the assessment that one starts from; the service only where it is another. */
export function previousText(model: AssessmentModel): string {
  const { head, previous } = model;
  if (!head || !previous) return "";
  const values = { Assessment: t(`moment.title.${previous.moment}`), Day: day(previous.startedAt) };
  return previous.service.id === head.service.id ? t("carry.from", values) : t("carry.fromService", { ...values, Service: previous.service.name });
}
