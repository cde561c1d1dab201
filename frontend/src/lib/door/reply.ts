import { Fault, type FaultView, faultOf, unreadable } from "./fault";

interface Reply {
  result?: unknown;
  fault?: FaultView;
}

/** Reads a reply: gives its result, or throws its fault. */
export function readReply(text: string): unknown {
  let reply: Reply | null;
  try {
    reply = JSON.parse(text) as Reply | null;
  } catch (cause) {
    throw faultOf(cause, unreadable);
  }
  if (reply?.fault) throw new Fault(reply.fault);
  if (!reply || !("result" in reply)) throw faultOf("reply without result", unreadable);
  return reply.result;
}
