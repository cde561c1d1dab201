import type { Letters } from "./keymap";
import { t } from "../text/text.svelte";

/** The letters that answer, in the language of the window. */
export function letters(): Letters {
  return {
    yes: t("key.yes"),
    no: t("key.no"),
    notApplicable: t("key.notApplicable"),
    explain: t("key.explain"),
    stillTrue: t("key.stillTrue"),
    table: t("key.table"),
    evidence: t("key.evidence"),
    discuss: t("key.discuss"),
  };
}
