import { bridge } from "./bridge";
import { faultOf } from "./fault";
import { readReply } from "./reply";
import type { Transport } from "./transport";
import { wails } from "./wails";

/** The only way to the program: which transport it takes is known in this folder alone. */
let transport: Transport | undefined;

/** Chooses the transport. Must be called before anything else, once. */
export function openDoor(): void {
  transport = wails() ?? bridge();
}

function through(): Transport {
  if (!transport) throw new Error("the door is not open");
  return transport;
}

/** Calls a method of the facade. Rejects with a Fault, and with nothing else. */
export async function call<Out>(method: string, input: object = {}): Promise<Out> {
  let text: string;
  try {
    text = await through().call(method, JSON.stringify(input));
  } catch (cause) {
    throw faultOf(cause);
  }
  return readReply(text) as Out;
}

/** Listens to an event of the program; gives what ends the listening. */
export function on(event: string, listen: (data: unknown) => void): () => void {
  return through().on(event, listen);
}

/** Closes the window, after it was asked to close. */
export function quit(): void {
  through().quit();
}
