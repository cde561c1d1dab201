import { defineConfig } from "vite";

/**
 * The script of the frame that measures pages. It is one classic script: in a
 * sandbox without an origin, a module could not be fetched.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: ["chrome111", "safari16.4"],
    emptyOutDir: false,
    lib: { entry: "src/pageframe/frame.ts", formats: ["iife"], name: "pageFrame", fileName: () => "page-frame.js" },
  },
});
