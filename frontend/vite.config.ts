import { svelte } from "@sveltejs/vite-plugin-svelte";
import { NodePackageImporter } from "sass";
import type { Plugin, ProxyOptions } from "vite";
import { defineConfig } from "vitest/config";
import { icons } from "./icons.ts";
import { licences } from "./licences.ts";

/**
 * Everything comes from the program itself, styles included. The development
 * server needs inline styles and a socket for reloading, so it goes without.
 */
const policy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
  ],
};

/**
 * `npm run dev` shows the running program's data: TOETSSTEEN_BRIDGE is the
 * address that `toetssteen browser` prints.
 */
function toProgram(address: string | undefined): Record<string, ProxyOptions> {
  if (!address) return {};
  const { origin, pathname } = new URL(address);
  const forward: ProxyOptions = {
    target: origin,
    changeOrigin: true,
    rewrite: (path) => pathname.replace(/\/$/, "") + path,
    // The bridge refuses what a page of another origin asks for.
    configure: (proxy) => proxy.on("proxyReq", (request) => request.removeHeader("origin")),
  };
  return { "/call": forward, "/events": forward, "/files": forward };
}

export default defineConfig({
  // Relative, because the bridge serves the window under a token.
  base: "./",
  plugins: [svelte(), icons(), licences(), contentSecurityPolicy],
  css: {
    preprocessorOptions: {
      scss: {
        importers: [new NodePackageImporter()],
        // The design system still uses @import and the global functions.
        quietDeps: true,
        silenceDeprecations: ["import", "global-builtin", "color-functions"],
      },
    },
  },
  build: {
    target: ["chrome111", "safari16.4"],
    assetsInlineLimit: 0, // data: addresses would need a wider policy
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 800, // it comes from the program itself, not over a network
  },
  server: { host: "127.0.0.1", fs: { allow: [".."] }, proxy: toProgram(process.env["TOETSSTEEN_BRIDGE"]) },
  test: { include: ["src/**/*.test.ts", "burden/*.test.ts", "eslint-rules/*.test.js"], environment: "node" },
});
