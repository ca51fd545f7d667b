import { printable } from "../../model/printable.ts";
import type { GraphGroup, GraphNode, TenantGraph } from "./tenant-graph.ts";

/** Text as a quoted string of DOT, with nothing in it that Graphviz or a reader would obey. */
const quoted = (text: string): string => `"${printable(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

const styles: Readonly<Record<GraphNode["role"], string>> = {
  own: 'style="rounded,filled", fillcolor="#ffffff", color="#57606a"',
  kept: 'style="rounded,filled,bold", fillcolor="#fff8c5", color="#9a6700"',
  cell: 'style="rounded,filled,dashed", fillcolor="#ddf4ff", color="#0969da"',
};

/** `\n` stays Graphviz's own line break between the two. */
const nodeLine = ({ id, kind, name, role }: GraphNode): string =>
  `    ${id} [label=${quoted(kind).slice(0, -1)}\\n${quoted(name).slice(1)}, ${styles[role]}];`;

function clusterLines({ title, nodes }: GraphGroup, index: number): readonly string[] {
  return [
    `  subgraph cluster_${index} {`,
    `    label=${quoted(title)}; fontsize=13; style="rounded,filled"; color="#d0d7de"; fillcolor="#f6f8fa";`,
    ...nodes.map(nodeLine),
    "  }",
  ];
}

const legend: readonly string[] = [
  "  subgraph cluster_legend {",
  '    label="Arrows lead to what a resource depends on"; fontsize=12; style="rounded"; color="#d0d7de";',
  `    legend_own [label="the tenant's", ${styles.own}];`,
  `    legend_kept [label="the tenant's: protected or kept on delete", ${styles.kept}];`,
  `    legend_cell [label="the cell's, shared", ${styles.cell}];`,
  "  }",
];

/** A tenant's graph in the language of Graphviz, left to right. */
export function dotOf({ title, groups, outer, edges }: TenantGraph): string {
  return [
    "digraph tenant {",
    '  rankdir=LR; ranksep=0.9; nodesep=0.12; compound=true; newrank=false; labelloc=t; fontsize=20; fontname="Helvetica,Arial,sans-serif";',
    `  label=${quoted(`${title}: what it is made of, and what of ${outer.title} it stands on`)};`,
    '  node [shape=box, fontsize=11, margin="0.18,0.06", height=0.3, fontname="Helvetica,Arial,sans-serif"];',
    '  edge [color="#8c959f", arrowsize=0.6];',
    ...groups.flatMap(clusterLines),
    ...clusterLines(outer, groups.length),
    ...legend,
    ...edges.map(({ from, to }) => `  ${from} -> ${to};`),
    "}",
    "",
  ].join("\n");
}
