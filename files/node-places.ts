import { isMap, isScalar, isSeq, type ParsedNode, type Range, type YAMLMap } from "yaml";
import type { DocumentPath } from "./document.ts";

interface Step {
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null | undefined;
}

/** Offsets `[start, end]` of what stands at `path`, or of its nearest ancestor that is in the document. */
export function rangeOf(root: ParsedNode | null, path: DocumentPath, part: "key" | "value"): readonly [number, number] {
  let at: Step = { key: undefined, value: root };
  let wanted = part;
  for (const segment of path) {
    const next = stepInto(at.value ?? null, segment);
    if (next === undefined) {
      wanted = "key";
      break;
    }
    at = next;
  }
  return visible(wanted === "key" ? (at.key ?? at.value) : (at.value ?? at.key));
}

function stepInto(node: ParsedNode | null, segment: string | number): Step | undefined {
  if (node !== null && isMap(node)) {
    const pair = (node as YAMLMap.Parsed).items.find(({ key }) => isScalar(key) && nameOf(key) === String(segment));
    return pair === undefined ? undefined : { key: pair.key, value: pair.value };
  }
  if (node !== null && isSeq(node) && typeof segment === "number") {
    const item = node.items[segment] as ParsedNode | undefined;
    return item === undefined ? undefined : { key: undefined, value: item };
  }
  return undefined;
}

const nameOf = (key: { readonly value: unknown; readonly source?: string }): string =>
  typeof key.value === "string" ? key.value : String(key.source);

/** A range ends behind the node's last character, before comments and blank lines. */
function visible(node: ParsedNode | null | undefined): readonly [number, number] {
  const [start, end]: Range | [number, number] = node?.range ?? [0, 0];
  return [start, end];
}
