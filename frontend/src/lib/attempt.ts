import { faultOf } from "./door/fault";
import { notices } from "./notices.svelte";
import { faultText } from "./text/faultText";

/** Does something that belongs to no screen, and says what went wrong. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    notices.show({ text: faultText(faultOf(cause)) });
  }
}
