// Builds the page beside the server: one script, one style sheet, no inline code, since the page forbids itself any.
import { defineConfig } from "vite";

export default defineConfig({
  root: "page",
  base: "./",
  publicDir: false,
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
  },
});
