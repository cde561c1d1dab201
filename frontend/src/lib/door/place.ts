import { call } from "./door";

/** Where somebody stood in an assessment, on this machine; all "" for nowhere. */
export interface Place {
  view: string;
  filter: string;
  criterion: string;
  at: string;
}

export interface PlaceInput {
  assessmentId: string;
  view: string;
  filter: string;
  criterion: string;
}

export const placeApi = {
  place: (id: string) => call<Place>("Place", { id }),
  savePlace: (input: PlaceInput) => call<Place>("SavePlace", input),
};
