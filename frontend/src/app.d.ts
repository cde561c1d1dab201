declare module "virtual:icons" {
  export const outlines: Record<import("../icons").IconName, string>;
}
