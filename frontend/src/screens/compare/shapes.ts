/** Each side has a shape of its own, so that nobody needs the colours: outlines on a grid of 16 by 16. */
export const shapes = [
  "M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14z",
  "M2 2h12v12H2z",
  "M8 0l8 15H0z",
  "M8 0l8 8l-8 8l-8-8z",
  "M5.5 1h5v4.500h4.500v5h-4.500v4.500h-5v-4.500h-4.500v-5h4.500z",
];
