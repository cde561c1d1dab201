import type { PageFigures } from "../../pageframe/message";
import { isObject, text } from "./foreign";
import { readReply } from "./pageFigures";

/** A page that was measured before. */
export interface PageFound {
  /** The file's name. */
  source: string;
  figures: PageFigures;
}

/** Reads what was kept of a page, as strictly as what comes out of its frame. Undefined for what is none of ours. */
export function readPageFinding(data: unknown): PageFound | undefined {
  if (!isObject(data) || data["instrument"] !== "page" || !Array.isArray(data["findings"])) return undefined;
  const reply = readReply({ kind: "measured", figures: data });
  return reply?.kind === "measured" ? { source: text(data["source"], 300), figures: reply.figures } : undefined;
}
