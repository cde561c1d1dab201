import { RuleTester } from "eslint";
import * as parser from "svelte-eslint-parser";
import { afterAll, describe, it } from "vitest";
import rule from "./no-literal-text.js";

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const errors = [{ messageId: "literal" }];

new RuleTester({ languageOptions: { parser } }).run("no-literal-text", rule, {
  valid: [
    `<p>{t("home.title")}</p>`,
    `<p>… – 12 · ({t("home.title")})</p>`,
    `<p class="text" lang="nl" aria-hidden="true">{name}</p>`,
    `<script>const title = "Vandaag";</script>`,
    `<style>p { color: red; }</style>`,
    `<p aria-label={t("home.title")}></p>`,
    `<p>{" "}</p>`,
    `<p>{wide ? "a" : "b"}</p>`,
  ],
  invalid: [
    { code: `<p>Vandaag</p>`, errors },
    { code: `{#if a}<p>{n} diensten</p>{/if}`, errors },
    { code: `<Button label="Bewaar" />`, errors },
    { code: `<input placeholder="Zoek {x}" />`, errors },
    { code: `<p aria-label="Sluit"></p>`, errors },
    { code: `<p>{"Vandaag"}</p>`, errors },
  ],
});
