import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** Every node of a comment as GitHub's dialect reads it. */
export function nodesOf(markdown: string): readonly Nodes[] {
  const all: Nodes[] = [];
  const visit = (node: Nodes): void => {
    all.push(node);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return all;
}

const textOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

const ourHeadings = /^(✅|⚠️|⛔) |^(Gates|Changes|Could not be planned|Cost a month, in list prices)$/;
const ourTags = /<\/?(details|summary|b|code|sub)>|^<!-- tenantry:plan:fleet -->$/g;

/** Whatever mentions somebody, refers to something, or is an address. */
const reference = /[@#]|:\/\/|www\.|GH-|:\w+:|\$|[a-f0-9]{7}/;

/** Nodes that hold others, and code, which means nothing. */
const harmless = new Set(
  "root paragraph list listItem strong inlineCode table tableRow tableCell".split(" ") as readonly Nodes["type"][],
);

/** For each kind of node that a comment of ours has, whether it is ours. */
const isOurs: { readonly [Type in Nodes["type"]]?: (node: Nodes) => boolean } = {
  heading: (node) => ourHeadings.test(textOf(node)),
  html: (node) => !textOf(node).replaceAll(ourTags, "").includes("<"),
  code: (node) => "lang" in node && ["yaml", "mermaid"].includes(node.lang ?? ""),
  text: (node) => !reference.test(textOf(node).replaceAll(/[+±-]?\$[\d,.]+/g, "")),
};

/** What stands in a comment and is not ours: what a name made of itself. Empty where names are but text. */
export const forged = (markdown: string): readonly string[] =>
  nodesOf(markdown)
    .filter((node) => !harmless.has(node.type) && !isOurs[node.type]?.(node))
    .map((node) => `${node.type} ${textOf(node)}`);
