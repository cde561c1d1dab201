import { measure, TooLarge } from "./measure";
import type { PageReply, PageRequest } from "./message";

/**
 * Stands in a sandboxed frame of its own origin, without network and without
 * the page's scripts. It hears the window alone.
 */
function reply(message: PageReply): void {
  parent.postMessage(message, "*"); // the frame's own origin is nobody's
}

addEventListener("message", (event: MessageEvent<PageRequest>) => {
  if (event.source !== parent) return;
  measure(event.data).then(
    (figures) => reply({ kind: "measured", figures }),
    (cause: unknown) => reply(cause instanceof TooLarge ? { kind: "tooLarge" } : { kind: "failed", detail: String(cause) }),
  );
});

reply({ kind: "ready" });
