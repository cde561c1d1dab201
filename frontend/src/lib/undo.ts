import { tick } from "svelte";
import { api } from "./door/api";
import type { Undone } from "./door/types";
import { watchAgain } from "./keys/editing";
import { notices } from "./notices.svelte";
import { openDraft } from "./openDraft.svelte";
import { router } from "./route/router.svelte";
import { answers } from "./saving/answers.svelte";
import { session } from "./session/session.svelte";
import { hasText, t } from "./text/text.svelte";
import { placeOf } from "./undoPlace";

/** What each says. */
const words = {
  undo: { done: "undo.done", something: "undo.done.other", nothing: "undo.nothing", own: (kind: string) => `undo.done.${kind}` },
  redo: { done: "redo.done", something: "redo.done.other", nothing: "redo.nothing", own: (kind: string) => `redo.done.${kind}` },
} as const;

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
  await done("undo", await api.undo());
}

/** Makes the change again that undo took back last, says which, and goes to where it shows. */
export async function redo(): Promise<void> {
  // What is not saved yet is a change, after which there is nothing to do again.
  if (!(await answers.flush())) return;
  await done("redo", await api.redo());
}

async function done(what: "undo" | "redo", undone: Undone): Promise<void> {
  if (!undone.undone) {
    notices.show({ text: t(words[what].nothing) });
    return;
  }
  const place = placeOf(undone, router.route);
  notices.show({ text: sentence(what, undone) }, { onNextScreen: true });
  await session.changed();
  if (place) router.go(place);
}

/** Says what was done: in its own words where it has them, else with its name. */
function sentence(what: "undo" | "redo", { kind, subject, count, kept }: Undone): string {
  const { done: before, something, own } = words[what];
  const [whole, name] = [own(kind), `changed.${kind}`];
  const args = { Subject: subject, Count: count };
  let said = t(something);
  if (subject !== "" && hasText(whole)) said = t(whole, args);
  else if (subject !== "" && hasText(name)) said = t(before, { What: t(name, args) });
  return kept > 0 ? `${said} ${t("undo.kept", { Count: kept })}` : said;
}
