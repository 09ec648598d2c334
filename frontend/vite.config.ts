import { fileURLToPath } from "node:url";

import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ENTRIES: Record<string, string> = { islands: "src/islands.ts", map: "src/map/index.ts", charts: "src/charts/index.ts" };

/** One classic script a part, named by the mode: modules do not load from file:// addresses. */
export default defineConfig(({ mode }) => ({
  root: here("."),
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: here("../src/dateline/web/static"),
    emptyOutDir: false,
    target: "es2022",
    license: { fileName: `licences-${mode}.md` },
    lib: { entry: here(ENTRIES[mode] ?? ""), formats: ["iife"], name: `dateline_${mode}`, fileName: () => `${mode}.js`, cssFileName: "islands" },
  },
}));
