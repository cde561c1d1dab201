import { faultOf, tooLarge } from "./fault";
import type { Transport } from "./transport";

/** A browser refuses to finish larger requests after the page is gone (Fetch, 4.6). */
const keepaliveLimit = 60_000;

/** The HTTP status of a request with too much in it. */
const payloadTooLarge = 413;

/** The way to the program over the loopback bridge. Addresses are relative: the page's own carries the token. */
export function bridge(): Transport {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  let source: EventSource | undefined;
  const open = () => {
    source ??= new EventSource("events");
    source.onmessage = (message: MessageEvent<string>) => {
      const { name, data } = JSON.parse(message.data) as { name: string; data: unknown };
      for (const listen of listeners.get(name) ?? []) listen(data);
    };
  };
  return {
    async call(method, input) {
      const response = await fetch(`call/${method}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: input,
        // A save that is on its way survives the closing of the page.
        keepalive: input.length < keepaliveLimit,
      });
      if (response.status === payloadTooLarge) throw faultOf(`HTTP ${response.status} on ${method}`, tooLarge);
      if (!response.ok) throw new Error(`HTTP ${response.status} on ${method}`);
      return response.text();
    },
    on(event, listen) {
      open();
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listen));
      return () => known.delete(listen);
    },
    quit: () => undefined,
  };
}
