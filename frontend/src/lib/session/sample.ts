import { nothingIsLost } from "../closing";
import { api } from "../door/api";
import { href } from "../route/route";

/** Goes to the sample data, which stand in a folder of their own. */
export const enterSample = (): Promise<void> => begin(api.enterSample);

/** Goes back to the user's own data. */
export const leaveSample = (): Promise<void> => begin(api.leaveSample);

async function begin(move: () => Promise<unknown>): Promise<void> {
  if (!(await nothingIsLost())) return; // what would be lost says so itself
  await move();
  // Nothing that this page knows is true of the other folder.
  location.hash = href({ name: "home" });
  location.reload();
}
