import { Bringing } from "../../lib/bringing.svelte";
import { answerApi, type Attached } from "../../lib/door/answer";

/** Brings files that support an answer. */
export class Attaching extends Bringing {
  /** Attaches a file; gives undefined where the user stopped it. */
  attach(file: File, name: string, of: { assessmentId: string; criterion: string }): Promise<Attached | undefined> {
    return this.bring(file, name, { ...answerApi, finish: (id) => answerApi.finish(id, of) });
  }
}
