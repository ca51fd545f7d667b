import { printable } from "../../model/printable.ts";
import type { GraphGroup, GraphNode, TenantGraph } from "./tenant-graph.ts";

/** Edges that Mermaid draws before it refuses the whole picture (`maxEdges`: 500). */
const mostEdges = 480;

/** Text in a label: all but plain letters and signs as an entity of Mermaid's, so that none of its syntax is left. */
const safe = (text: string): string =>
  printable(text).replace(/[^\p{L}\p{N} .,:/_-]/gu, (character) => `#${character.codePointAt(0) ?? 63};`);

const nodeLine = ({ id, kind, name, role }: GraphNode): string =>
  `    ${id}["${safe(kind)}<br/>${safe(name)}"]:::${role}`;

const groupLines = ({ title, nodes }: GraphGroup, index: number): readonly string[] =>
  nodes.length === 0 ? [] : [`  subgraph g${index}["${safe(title)}"]`, ...nodes.map(nodeLine), "  end"];

/**
 * A tenant's graph in Mermaid's language, as Markdown of code hosts draws it. Beyond what Mermaid draws, edges to the
 * cell are left out first, and the picture says so.
 */
export function mermaidOf({ title, groups, outer, edges }: TenantGraph): string {
  const shared = new Set(outer.nodes.map(({ id }) => id));
  const inner = edges.toSorted((one, other) => Number(shared.has(one.to)) - Number(shared.has(other.to)));
  const left = inner.length - mostEdges;
  return [
    "---",
    `title: "${safe(`${title}: what it is made of, and what of ${outer.title} it stands on`)}"`,
    "---",
    "flowchart LR",
    ...(left > 0 ? [`  note["${left} of ${inner.length} arrows are left out; the SVG has them all"]`] : []),
    ...groups.flatMap(groupLines),
    ...groupLines(outer, groups.length),
    ...inner.slice(0, mostEdges).map(({ from, to }) => `  ${from} --> ${to}`),
    "  classDef own fill:#fff,stroke:#57606a,color:#24292f",
    "  classDef kept fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#24292f",
    "  classDef cell fill:#ddf4ff,stroke:#0969da,stroke-dasharray:4 3,color:#24292f",
    "",
  ].join("\n");
}
