import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

// Scripts and style sheets with fixed names (the office; the charts, only where there are some), which the server lets a browser keep for a minute only.
// Chrome 109 and Firefox 115 are the last browsers of Windows 7: older PCs in communes stop there.
const OLDEST = ["chrome109", "firefox115", "safari15.6"];

// Style sheets pulled in by @import are not in Vite's own list of licences.
const styleLicences = {
  name: "style-licences",
  generateBundle() {
    const source = readFileSync("node_modules/@picocss/pico/LICENSE.md", "utf8");
    this.emitFile({ type: "asset", fileName: "LICENSE-pico.md", source });
  },
};

export default defineConfig({
  plugins: [styleLicences],
  build: {
    outDir: "../src/giamngheo/office/static/built",
    emptyOutDir: true,
    chunkSizeWarningLimit: 750, // kB: ECharts, of which only the kinds we draw come along
    license: { fileName: "LICENSES.md" }, // the wheel carries htmx, Pico and ECharts: their licences go along
    target: OLDEST,
    cssTarget: OLDEST,
    rollupOptions: {
      input: { office: "src/office.js", charts: "src/charts/index.js" },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]", format: "es" },
    },
  },
});
