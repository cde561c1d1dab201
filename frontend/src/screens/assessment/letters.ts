import type { Letters } from "../../lib/keys/keymap";
import { t } from "../../lib/text/text.svelte";

/** The letters that answer, in the language of the window. */
export function letters(): Letters {
  return {
    yes: t("key.yes"),
    no: t("key.no"),
    notApplicable: t("key.notApplicable"),
    explain: t("key.explain"),
    evidence: t("key.evidence"),
    discuss: t("key.discuss"),
  };
}
