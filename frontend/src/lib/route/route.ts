/** The measuring instruments. */
export type Instrument = "text" | "page" | "steps";

/** Where the window can be. */
export type Route =
  | { name: "home" }
  | { name: "start" }
  | { name: "services" }
  /** With the id of an aid of the catalogue: to assess that one. */
  | { name: "newService"; aid?: string }
  | { name: "service"; id: string }
  | { name: "editService"; id: string }
  /** One question at a time, unless it is the table that is asked for; "" for where one left off. */
  | { name: "assessment"; id: string; criterion: string; view?: "table" }
  | { name: "scope"; id: string }
  | { name: "result"; id: string }
  | { name: "notification"; id: string }
  /** An edition is named where it is not the latest that is asked for: by an assessment that keeps its own. */
  | { name: "strategy"; code: string; edition?: string }
  | { name: "actions"; number: string }
  | { name: "improvements" }
  | { name: "newImprovement" }
  | { name: "improvement"; id: string }
  | { name: "aids" }
  | { name: "aid"; id: string; edition?: string }
  | { name: "search"; query: string }
  | { name: "measure"; id: string; criterion: string; instrument: Instrument }
  | { name: "move"; id: string }
  /** Fewer than two are ticked to choose from; more are compared. */
  | { name: "compare"; ids: string[] }
  | { name: "sync" }
  | { name: "conflicts" }
  | { name: "timeline"; id: string }
  | { name: "settings" }
  | { name: "manual"; topic: string }
  | { name: "unknown"; path: string };

/** Reads the part of an address after "#". */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#?\/?/, "").replace(/\/$/, "");
  const parts = path.split("/").map(decode);
  const [first = "", second = "", third = "", fourth = ""] = parts;
  const unknown: Route = { name: "unknown", path };
  if (parts.length > (first === "measure" || first === "assessment" ? 4 : 3)) return unknown;
  switch (first) {
    case "":
    case "start":
    case "sync":
    case "conflicts":
    case "settings":
      return second === "" ? { name: first === "" ? "home" : first } : unknown;
    case "services":
      if (second === "") return { name: "services" };
      if (second === "new") return third === "" ? { name: "newService" } : { name: "newService", aid: third };
      if (third === "") return { name: "service", id: second };
      return third === "edit" ? { name: "editService", id: second } : unknown;
    case "assessment":
      return assessmentRoute(second, third, fourth) ?? unknown;
    case "scope":
      return second === "" || third !== "" ? unknown : { name: "scope", id: second };
    case "result":
    case "notification":
      return second === "" || third !== "" ? unknown : { name: first, id: second };
    case "strategy":
      return { name: "strategy", code: second, ...ofEdition(third) };
    case "actions":
      return third === "" ? { name: "actions", number: second } : unknown;
    case "improvement":
      if (third !== "") return unknown;
      if (second === "") return { name: "improvements" };
      return second === "new" ? { name: "newImprovement" } : { name: "improvement", id: second };
    case "manual":
      return third === "" ? { name: "manual", topic: second } : unknown;
    case "aids":
      return second === "" ? { name: "aids" } : { name: "aid", id: second, ...ofEdition(third) };
    case "search":
      return third === "" ? { name: "search", query: second } : unknown;
    case "timeline":
      return second === "" || third !== "" ? unknown : { name: "timeline", id: second };
    case "move":
      return second === "" || third !== "" ? unknown : { name: "move", id: second };
    case "compare":
      return third === "" ? { name: "compare", ids: second.split(",").filter((id) => id !== "") } : unknown;
    case "measure":
      return third !== "" && isInstrument(fourth) ? { name: "measure", id: second, criterion: third, instrument: fourth } : unknown;
    default:
      return unknown;
  }
}

function assessmentRoute(id: string, third: string, fourth: string): Route | undefined {
  const table = third === "table" || fourth === "table";
  if (id === "" || (fourth !== "" && (fourth !== "table" || third === "table"))) return undefined;
  return { name: "assessment", id, criterion: third === "table" ? "" : third, ...(table ? { view: "table" } : {}) };
}

function ofEdition(edition: string): { edition?: string } {
  return edition === "" ? {} : { edition };
}

function isInstrument(name: string): name is Instrument {
  return name === "text" || name === "page" || name === "steps";
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Writes the address of a place, as a link takes it. */
export function href(route: Route): string {
  return `#/${parts(route).map(encodeURIComponent).join("/")}`;
}

function parts(route: Route): string[] {
  switch (route.name) {
    case "home":
      return [];
    case "newService":
      return ["services", "new", route.aid ?? ""].filter((part) => part !== "");
    case "service":
      return ["services", route.id];
    case "editService":
      return ["services", route.id, "edit"];
    case "assessment":
      return ["assessment", route.id, route.criterion, route.view ?? ""].filter((part) => part !== "");
    case "scope":
      return ["scope", route.id];
    case "result":
    case "notification":
      return [route.name, route.id];
    case "strategy":
      return ["strategy", route.code, route.edition ?? ""].filter((part) => part !== "");
    case "actions":
      return ["actions", route.number].filter((part) => part !== "");
    case "improvements":
      return ["improvement"];
    case "newImprovement":
      return ["improvement", "new"];
    case "improvement":
      return ["improvement", route.id];
    case "manual":
      return ["manual", route.topic].filter((part) => part !== "");
    case "aid":
      return ["aids", route.id, route.edition ?? ""].filter((part) => part !== "");
    case "search":
      return ["search", route.query].filter((part) => part !== "");
    case "timeline":
    case "move":
      return [route.name, route.id];
    case "compare":
      return ["compare", route.ids.join(",")].filter((part) => part !== "");
    case "measure":
      return ["measure", route.id, route.criterion, route.instrument];
    case "unknown":
      return route.path.split("/");
    default:
      return [route.name];
  }
}

/**
 * Tells whether two places are the same screen about the same thing, so that
 * going from one to the other is no leaving: the criteria of an assessment are.
 */
export function sameScreen(a: Route, b: Route): boolean {
  if (a.name === "strategy" && b.name === "strategy") return a.code === b.code && a.edition === b.edition;
  if (a.name === "compare" && b.name === "compare") return a.ids.join() === b.ids.join();
  return a.name === b.name && ("id" in a ? a.id : "") === ("id" in b ? b.id : "");
}
