/** Texts in the format of go-i18n: a text, or one per plural form. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Messages = Readonly<Record<string, Message>>;
export type Args = Readonly<Record<string, string | number>>;

/** Gives a text that is missing, so that it is seen: an error while developing, the key itself afterwards. */
export type Missing = (what: string) => string;

/**
 * Gives the text of a key with its arguments filled in. The argument Count
 * chooses the plural form. Numbers are written as the language writes them.
 */
export function translate(lang: string, messages: Messages, key: string, args: Args = {}, missing: Missing): string {
  const message = messages[key];
  if (message === undefined) return missing(key);
  const text = typeof message === "string" ? message : form(lang, message, args["Count"]);
  if (text === undefined) return missing(`${key} (plural)`);
  return text.replace(/\{\{\.(\w+)\}\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) return missing(`${key}: ${name}`);
    return typeof value === "number" ? new Intl.NumberFormat(lang).format(value) : value;
  });
}

function form(lang: string, forms: Exclude<Message, string>, count: string | number | undefined): string | undefined {
  if (typeof count !== "number") return undefined;
  return forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
}
