import type { Undone } from "./door/types";
import type { Route } from "./route/route";

/** Gives where to go to see what was undone or done again; undefined where it shows already, or nowhere. */
export function placeOf(undone: Undone, now: Route): Route | undefined {
  const { kind, serviceId, assessmentId, criterion } = undone;
  const about = "id" in now ? now.id : "";
  switch (kind) {
    case "answer":
    case "answers":
    case "mark":
    case "marks":
    case "comment":
    case "evidence":
      return assessmentId === "" || criterion === "" ? undefined : inAssessment(assessmentId, criterion, now);
    case "measurement":
      // An instrument shows what is kept for its criterion.
      return assessmentId === "" || criterion === "" || now.name === "measure" ? undefined : inAssessment(assessmentId, criterion, now);
    case "stage":
    case "notification":
      return assessmentId === "" || about === assessmentId ? undefined : { name: "assessment", id: assessmentId, criterion: "" };
    case "scope":
      return assessmentId === "" || about === assessmentId ? undefined : { name: "scope", id: assessmentId };
    case "assessment":
    case "move":
      if (now.name === "home" || now.name === "services" || (assessmentId !== "" && about === assessmentId)) return undefined;
      return ofService(serviceId, about);
    case "buildsOn":
      return serviceId === "" ? undefined : ofService(serviceId, about);
    case "service":
      return now.name === "home" || now.name === "services" ? undefined : ofService(serviceId, about);
    default:
      return undefined;
  }
}

/** The criterion, in the view in which its assessment is on the screen. */
function inAssessment(id: string, criterion: string, now: Route): Route {
  const table = now.name === "assessment" && now.id === id && now.view === "table";
  return { name: "assessment", id, criterion, ...(table ? { view: "table" } : {}) };
}

function ofService(id: string, about: string): Route | undefined {
  if (id === "") return { name: "services" };
  return about === id ? undefined : { name: "service", id };
}
