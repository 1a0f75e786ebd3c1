// One process for many households: `python tools/node.py node web/tests/standards/serve.js`. Vite takes the types off, as
// it does for the phone. Says {"kinds": [...]} when it is ready, then answers each line of JSON with one (judge.ts).

import { createInterface } from "node:readline";
import { createServer } from "vite";

const server = await createServer({
  root: new URL("../..", import.meta.url).pathname,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null, hmr: false },
});
const { known, reply } = await server.ssrLoadModule("/tests/standards/judge.ts");
process.stdout.write(`${JSON.stringify({ kinds: known })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${reply(line)}\n`);
}
await server.close();
