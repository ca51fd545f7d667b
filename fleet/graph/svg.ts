import { instance } from "@viz-js/viz";
import { dotOf } from "./dot.ts";
import type { TenantGraph } from "./tenant-graph.ts";

/** A tenant's graph as a picture: an SVG that needs nothing else, drawn by Graphviz in this process. */
export async function svgOf(graph: TenantGraph): Promise<string> {
  const graphviz = await instance();
  return graphviz.renderString(dotOf(graph), { format: "svg" });
}
