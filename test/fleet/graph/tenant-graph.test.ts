import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { identitiesOf, referencesTo } from "../../../fleet/graph/cell-references.ts";
import { dotOf } from "../../../fleet/graph/dot.ts";
import { mermaidOf } from "../../../fleet/graph/mermaid.ts";
import { svgOf } from "../../../fleet/graph/svg.ts";
import { type TenantGraph, tenantGraph } from "../../../fleet/graph/tenant-graph.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";

const project = new URL("../../..", import.meta.url).pathname;
const hostile = 'x"]; end\n%%{init}%% <script>alert(1)</script> \\" \u202e |`#';

const hostileGraph: TenantGraph = {
  title: hostile,
  groups: [{ title: hostile, nodes: [{ id: "n1", kind: hostile, name: hostile, role: "own", urns: ["a"] }] }],
  outer: { title: "cell-us-1", nodes: [{ id: "n2", kind: "Key", name: "key", role: "cell", urns: ["b"] }] },
  edges: [{ from: "n1", to: "n2" }],
};

describe("the graph of a tenant", () => {
  let acme: SynthesisedStack;
  let cell: SynthesisedStack;
  let graph: TenantGraph;
  before(async () => {
    acme = await synthStack("acme-corp", project);
    cell = await synthStack("cell-us-1", project);
    graph = tenantGraph(acme, cell);
  });

  it("R-USE-4 has every resource once, by component, and what of the cell it names", () => {
    const drawn = graph.groups.flatMap(({ nodes }) => nodes.flatMap(({ urns }) => urns));
    const made = acme.resources.filter(({ type }) => !/^(tenantry|pulumi):/.test(type)).map(({ urn }) => urn);
    deepEqual(drawn.toSorted(), made.toSorted());
    deepEqual(
      graph.groups.find(({ title }) => title === "bucket")?.nodes.every(({ name }) => name.startsWith("bucket")),
      true,
    );
    const shared = graph.outer.nodes.map(({ name }) => name);
    for (const name of ["cluster", "database-server", "edge-router-hosts", "pool-professional"])
      ok(shared.includes(name), `${name} of ${shared.join()}`);
    ok(!shared.includes("users-free"), "the user pool is another tier's");
  });

  it("R-USE-4 has an arrow from a bucket's encryption to its key, and from what is in the database to its server", () => {
    const idOf = (name: string) =>
      [...graph.groups, graph.outer]
        .flatMap(({ nodes }) => nodes)
        .find((node) => node.urns.some((urn) => urn.endsWith(`::${name}`) && !urn.includes("component:")))?.id;
    const has = (from: string, to: string) =>
      graph.edges.some((edge) => edge.from === idOf(from) && edge.to === idOf(to));
    ok(has("acme-corp-bucket-objects-encryption", "acme-corp-key"));
    ok(has("acme-corp-data-schema-schema", "cell-us-1-database-server"));
    ok(!has("acme-corp-key", "acme-corp-bucket-objects-encryption"));
  });

  it("R-USE-4 becomes a picture that needs no network, and Mermaid below its limits", async () => {
    const svg = await svgOf(graph);
    match(svg, /^<\?xml[\s\S]*<\/svg>\s*$/);
    doesNotMatch(svg, /href=|<image|<script/);
    match(svg, /acme&#45;corp: what it is made of/);
    const mermaid = mermaidOf(graph);
    ok(mermaid.length < 50_000);
    ok((mermaid.match(/ --> /g) ?? []).length <= 480);
  });

  it("keeps hostile names inert in each form", async () => {
    const mermaid = mermaidOf(hostileGraph);
    equal(mermaid.split("\n").length, 15);
    doesNotMatch(mermaid, /<script|%%|`|\u202e|\\"/);
    const dot = dotOf(hostileGraph);
    doesNotMatch(dot, /\u202e/);
    const svg = await svgOf(hostileGraph);
    doesNotMatch(svg, /<script/);
    match(svg, /&lt;script&gt;alert/);
  });

  it("says how many arrows are left out where Mermaid would refuse them all", () => {
    const many = { ...hostileGraph, edges: Array.from({ length: 500 }, () => ({ from: "n1", to: "n2" })) };
    match(mermaidOf(many), /20 of 500 arrows are left out/);
  });

  it("finds a name as a whole only, and no name that unrelated resources share", () => {
    const identities = new Map([["cell-cache-1", "one"]]);
    const named = (text: string) => {
      const resource = { urn: "u", type: "t", name: "n", inputs: { text }, options: {} };
      return [...(referencesTo(identities, { ...acme, resources: [resource] }).get("u") ?? [])];
    };
    deepEqual(named("arn:aws:x:cell-cache-1/*"), ["one"]);
    deepEqual(named("cell-cache-10"), []);
    const known = identitiesOf(cell);
    for (const shared of ["111122223333", "us-east-1", "ACTIVE", "tenantry-sandbox-cell-us-1"])
      ok(!known.has(shared), shared);
    match(known.get("tenantry-sandbox-cell-us-1-111122223333-logs") ?? "", /::cell-us-1-log-bucket-objects$/);
  });
});
