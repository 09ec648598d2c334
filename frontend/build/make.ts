/** Builds everything that the pages load into src/dateline/web/static: `npm run build`. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "vite";

import { writeOutlines } from "./outlines.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Scripts that are loaded on their own; the first one also carries the stylesheet. */
const PARTS = ["islands", "map", "charts"];
const STATIC = here("../../src/dateline/web/static");

rmSync(STATIC, { recursive: true, force: true });
for (const part of PARTS) await build({ configFile: here("../vite.config.ts"), mode: part, logLevel: "warn" });
writeOutlines(here("../outlines/provinces.json.gz"), here("../../src/dateline/resources/places/provinces"), `${STATIC}/outlines`);
