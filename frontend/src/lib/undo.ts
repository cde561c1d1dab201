import { tick } from "svelte";
import { api } from "./door/api";
import { watchAgain } from "./keys/editing";
import { notices } from "./notices.svelte";
import { openDraft } from "./openDraft.svelte";
import { router } from "./route/router.svelte";
import { answers } from "./saving/answers.svelte";
import { session } from "./session/session.svelte";
import { type Key } from "./text/languages";
import { hasText, t } from "./text/text.svelte";

/** Takes back the latest change, says which, and goes to where it shows. */
export async function undo(): Promise<void> {
  // What is not stored yet was changed last.
  if (openDraft.takeBack()) {
    notices.show({ text: t("undo.draft") });
    await tick();
    watchAgain();
    return;
  }
  // Undoing what is not saved yet would undo the change before it.
  if (!(await answers.flush())) return;
  const undone = await api.undo();
  if (!undone.undone) {
    notices.show({ text: t("undo.nothing") });
    return;
  }
  const name = `undo.done.${undone.kind}`;
  const key: Key = undone.subject !== "" && hasText(name) ? name : "undo.done.other";
  notices.show({ text: t(key, { Subject: undone.subject }) }, { onNextScreen: true });
  await session.changed();
  if (["answer", "marks", "evidence", "comment"].includes(undone.kind) && undone.criterion !== "") {
    router.go({ name: "assessment", id: undone.assessmentId, criterion: undone.criterion });
  }
}
