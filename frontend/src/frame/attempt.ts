import { faultOf } from "../lib/door/fault";
import { notices } from "../lib/notices.svelte";
import { faultText } from "../lib/text/faultText";

/** Does something that belongs to no screen, and says what went wrong. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    notices.show({ text: faultText(faultOf(cause)) });
  }
}
