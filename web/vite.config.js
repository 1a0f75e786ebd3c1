import { defineConfig } from "vite";

// One script and one style sheet with fixed names: the server adds the content hash when it serves them.
export default defineConfig({
  build: {
    outDir: "../src/giamngheo/office/static/built",
    emptyOutDir: true,
    target: "es2020", // an old Windows PC's browser of 2020 and later
    rollupOptions: {
      input: { office: "src/office.js" },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]", format: "es" },
    },
  },
});
