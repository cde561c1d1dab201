/** Where the window can be. */
export type Route =
  | { name: "home" }
  | { name: "start" }
  | { name: "services" }
  | { name: "newService" }
  | { name: "service"; id: string }
  | { name: "editService"; id: string }
  | { name: "assessment"; id: string; criterion: string }
  | { name: "result"; id: string }
  | { name: "sync" }
  | { name: "settings" }
  | { name: "unknown"; path: string };

/** Reads the part of an address after "#". */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#?\/?/, "").replace(/\/$/, "");
  const parts = path.split("/").map(decode);
  const [first = "", second = "", third = ""] = parts;
  const unknown: Route = { name: "unknown", path };
  if (parts.length > 3) return unknown;
  switch (first) {
    case "":
    case "start":
    case "sync":
    case "settings":
      return second === "" ? { name: first === "" ? "home" : first } : unknown;
    case "services":
      if (second === "") return { name: "services" };
      if (second === "new") return third === "" ? { name: "newService" } : unknown;
      if (third === "") return { name: "service", id: second };
      return third === "edit" ? { name: "editService", id: second } : unknown;
    case "assessment":
      return second === "" ? unknown : { name: "assessment", id: second, criterion: third };
    case "result":
      return second === "" || third !== "" ? unknown : { name: "result", id: second };
    default:
      return unknown;
  }
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
      return ["services", "new"];
    case "service":
      return ["services", route.id];
    case "editService":
      return ["services", route.id, "edit"];
    case "assessment":
      return ["assessment", route.id, route.criterion].filter((part) => part !== "");
    case "result":
      return ["result", route.id];
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
  return a.name === b.name && ("id" in a ? a.id : "") === ("id" in b ? b.id : "");
}
