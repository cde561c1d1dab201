import type { JobProgress } from "../door/types";
import { hasText, t } from "./text.svelte";

/** Says what a sync is doing. */
export function syncStep(progress: JobProgress | undefined): string {
  if (!progress) return t("sync.progress.begin");
  const name = `sync.progress.${progress.step}`;
  return hasText(name) ? t(name, { Done: progress.done, Total: progress.total }) : t("sync.progress.begin");
}
