import type { AuthorityType, Municipality } from "./door/types";
import { t } from "./text/text.svelte";

/** Who works with the program, as it is chosen. */
export interface AuthorityChoice {
  type: AuthorityType;
  /** Of an authority that is no municipality. */
  name: string;
  /** The municipality; of another authority, where it has its seat. */
  town: Municipality | null;
}

export interface AuthorityErrors {
  name?: string;
  town?: string;
  /** Id of the first field that lacks something. */
  first?: string;
}

export const authorityTypes: AuthorityType[] = [
  "municipality",
  "welfare_centre",
  "province",
  "intermunicipal_body",
  "police_zone",
  "rescue_zone",
  "autonomous_company",
  "welfare_association",
  "worship_administration",
  "polder_watering",
  "other",
];

export function choiceOf(town: Municipality | null): AuthorityChoice {
  if (!town || town.authority === "") return { type: "municipality", name: "", town };
  return { type: town.authority, name: town.name, town: { ...town, name: town.seat } };
}

/** Says what lacks. */
export function errorsOf({ type, name, town }: AuthorityChoice): AuthorityErrors {
  const errors: AuthorityErrors = {};
  if (!town) {
    errors.town = t("town.missing");
    errors.first = "town";
  }
  if (type !== "municipality" && name.trim() === "") {
    errors.name = t("authority.nameMissing");
    errors.first = "authority-name";
  }
  return errors;
}

/** Gives what the program keeps. */
export function inputOf({ type, name, town }: AuthorityChoice): { nis: string; authority: string; name: string } {
  const nis = town?.nis ?? "";
  return type === "municipality" ? { nis, authority: "", name: "" } : { nis, authority: type, name: name.trim() };
}
