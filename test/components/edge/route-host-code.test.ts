import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { createContext, runInContext } from "node:vm";
import { routeHostCode } from "../../../components/edge/route-host-code.ts";

interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: Record<string, { value: string }>;
}
interface EdgeAnswer extends Partial<EdgeRequest> {
  readonly statusCode?: number;
  readonly body?: string;
}
type Handler = (event: unknown) => Promise<EdgeAnswer>;

/**
 * The function as CloudFront's runtime 2.0 runs it: strict, with its module \`cloudfront\` and nothing else, neither
 * timers nor the network nor code made from text.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
function load(tenants: Readonly<Record<string, unknown>>, fails = false): Handler {
  const cf = {
    kvs: () => ({
      get: async (key: string, { format }: { format: string }) => {
        if (fails || !Object.hasOwn(tenants, key)) throw new Error("KeyNotFound");
        return format === "json" ? structuredClone(tenants[key]) : JSON.stringify(tenants[key]);
      },
    }),
  };
  const context = createContext({ cf }, { codeGeneration: { strings: false, wasm: false } });
  const importLine = "import cf from 'cloudfront';\n";
  ok(routeHostCode.startsWith(importLine), "the module is imported first");
  return runInContext(`"use strict";\n${routeHostCode.slice(importLine.length)}\nhandler`, context) as Handler;
}

const tenants = {
  "acme-corp.us-1.app.example": { namespace: "tenant-a", serves: true, cached: false },
  "northwind-freight.us-1.app.example": { namespace: "tenant-n", serves: true, cached: true },
  "asleep.us-1.app.example": { namespace: "tenant-s", serves: false, cached: true },
};
const ask = (host: string | undefined, headers: Record<string, { value: string }> = {}, requestId = "request-1") => ({
  version: "1.0",
  context: { eventType: "viewer-request", requestId },
  request: {
    method: "GET",
    uri: "/assets/app.js",
    headers: { ...headers, ...(host === undefined ? {} : { host: { value: host } }) },
  },
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the edge function", () => {
  it("R-INF-10 fits into CloudFront's 10 KB, and uses nothing that its runtime does not have", () => {
    ok(Buffer.byteLength(routeHostCode) < 10_240);
    equal(/\b(require|process|fetch|setTimeout|eval|XMLHttpRequest)\b|new Function/.test(routeHostCode), false);
  });

  it("R-INF-10 tells the cell whose request it is, and leaves the rest of it alone", async () => {
    const answer = await load(tenants)(ask("acme-corp.us-1.app.example", { accept: { value: "*/*" } }));
    deepEqual(plain(answer), {
      method: "GET",
      uri: "/assets/app.js",
      headers: {
        accept: { value: "*/*" },
        host: { value: "acme-corp.us-1.app.example" },
        "x-tenantry-namespace": { value: "tenant-a" },
        "x-tenantry-cache": { value: "request-1" },
      },
    });
  });

  it("R-INF-10 finds a host however it is written, with the port of HTTPS too", async () => {
    for (const host of ["ACME-corp.us-1.app.example", "acme-corp.us-1.app.example:443"]) {
      equal((await load(tenants)(ask(host))).headers?.["x-tenantry-namespace"]?.value, "tenant-a");
    }
  });

  it("R-INF-10 refuses hosts that are nobody's, names of objects among them, and requests without one", async () => {
    for (const host of ["nobody.us-1.app.example", "acme-corp", "constructor", "__proto__", "", undefined]) {
      const answer = await load(tenants)(ask(host));
      deepEqual([answer.statusCode, answer.body], [404, "Nobody is at this address."], String(host));
    }
  });

  it("R-INF-10 refuses a suspended tenant, and lets it through once it serves again", async () => {
    const host = "asleep.us-1.app.example";
    equal((await load(tenants)(ask(host))).statusCode, 503);
    const awake = { ...tenants, [host]: { ...tenants[host], serves: true } };
    equal((await load(awake)(ask(host))).statusCode, undefined);
  });

  it("R-INF-10 replaces what a viewer says of itself", async () => {
    const forged = { "x-tenantry-namespace": { value: "tenant-n" }, "x-tenantry-cache": { value: "shared" } };
    const { headers } = await load(tenants)(ask("acme-corp.us-1.app.example", forged));
    deepEqual(
      [headers?.["x-tenantry-namespace"]?.value, headers?.["x-tenantry-cache"]?.value],
      ["tenant-a", "request-1"],
    );
  });

  it("R-INF-5 gives cached files one key, and files that are not to be cached another for every request", async () => {
    const key = async (host: string, requestId: string) =>
      (await load(tenants)(ask(host, {}, requestId))).headers?.["x-tenantry-cache"]?.value;
    const [cached, uncached] = ["northwind-freight.us-1.app.example", "acme-corp.us-1.app.example"];
    deepEqual([await key(cached, "a"), await key(cached, "b")], ["shared", "shared"]);
    deepEqual([await key(uncached, "a"), await key(uncached, "b")], ["a", "b"]);
  });

  it("R-INF-10 lets nothing pass where the store does not answer, or says anything but that the tenant serves", async () => {
    const host = "acme-corp.us-1.app.example";
    equal((await load(tenants, true)(ask(host))).statusCode, 404);
    equal((await load({ [host]: { namespace: "tenant-a", serves: "false" } })(ask(host))).statusCode, 503);
  });

  it("is run without code made from text, as CloudFront runs it", async () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    await rejects(async () => runInContext("eval('1')", context), /Code generation from strings disallowed/);
  });
});
