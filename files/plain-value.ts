import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import type { Problem } from "../model/problems.ts";
import { hiddenCharacters, hiddenRefusal } from "./hidden-characters.ts";
import type { LineIndex } from "./line-index.ts";
import { problemAt, type Refusal } from "./refusal.ts";

/** Keys by which data reaches an object's prototype. */
const prototypeKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Turns nodes into data: objects without a prototype, arrays, strings, finite numbers, booleans and null. What a
 * person's file has no use for is refused by name, each with its place.
 */
export class PlainValue {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  /** `path` is where `node` stands, dotted. */
  of(node: ParsedNode | null, path: string): unknown {
    if (node === null) {
      return null;
    }
    if (isAlias(node)) {
      return this.#refuse(node, path, alias(`*${node.source}`));
    }
    this.#checkDecoration(node, path);
    if (isMap(node)) {
      return this.#map(node as YAMLMap.Parsed, path);
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => this.of(item as ParsedNode, join(path, index)));
    }
    return this.#scalar(node as Scalar.Parsed, path);
  }

  #checkDecoration(node: ParsedNode, path: string): void {
    if ("anchor" in node && node.anchor !== undefined) {
      this.#refuse(node, path, alias(`&${node.anchor}`));
    }
    if (node.tag !== undefined) {
      this.#refuse(node, path, tag(node.tag));
    }
  }

  #map(map: YAMLMap.Parsed, path: string): unknown {
    const object: Record<string, unknown> = Object.create(null);
    for (const { key, value } of map.items) {
      const name = this.#key(key, path);
      if (name !== undefined && name in object) {
        this.#refuse(key, join(path, name), duplicate(name));
      } else if (name !== undefined) {
        object[name] = this.of(value, join(path, name));
      }
    }
    return object;
  }

  /** The key's text; undefined where it was refused. */
  #key(node: ParsedNode | null, path: string): string | undefined {
    if (node === null || !isScalar(node)) {
      return this.#refuse(node, path, keyNotText("a list, a map or an alias"));
    }
    this.#checkDecoration(node, path);
    const name = typeof node.value === "string" ? node.value : String(node.source);
    this.#checkHidden(node as Scalar.Parsed, name, path);
    if (name === "<<") {
      return this.#refuse(node, join(path, name), mergeKey);
    }
    return prototypeKeys.has(name) ? this.#refuse(node, join(path, name), prototypeKey(name)) : name;
  }

  #scalar(node: Scalar.Parsed, path: string): unknown {
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) {
      return this.#refuse(node, path, notFinite(node.source));
    }
    if (typeof value === "string") {
      this.#checkHidden(node, value, path);
    }
    return value;
  }

  /** What the file's text itself holds was found in it already; only an escape (`"\u202e"`) brings more. */
  #checkHidden(node: Scalar.Parsed, value: string, path: string): void {
    if (node.type !== "QUOTE_DOUBLE") {
      return;
    }
    const [start, end] = node.range;
    const written = this.#text.slice(start, end);
    for (const { character } of hiddenCharacters(value).filter((hidden) => !written.includes(hidden.character))) {
      this.problems.push(problemAt(this.#lines.place(start, end), { ...hiddenRefusal(character), path }));
    }
  }

  #refuse(node: ParsedNode | null, path: string, refusal: Refusal): undefined {
    const [start, end] = node?.range ?? [0, 0];
    this.problems.push(problemAt(this.#lines.place(start, end), { ...refusal, path }));
    return undefined;
  }
}

const join = (path: string, key: string | number): string => (path === "" ? String(key) : `${path}.${key}`);

const alias = (found: string): Refusal => ({
  code: "FILE_ALIAS_REFUSED",
  message:
    "anchors and aliases are not read: what a line means must stand on that line, and a few nested ones can expand to gigabytes",
  found,
  suggestion: "write the value out",
});

const tag = (name: string): Refusal => ({
  code: "FILE_TAG_REFUSED",
  message: "tags are not read: a value's type follows from how it is written",
  found: name.replace(/^tag:yaml\.org,2002:/, "!!"),
  allowed: "text, numbers, true, false, lists and maps",
  suggestion: "leave the tag out; put text that looks like a number in quotes",
});

const mergeKey: Refusal = {
  code: "FILE_MERGE_KEY_REFUSED",
  message: "merge keys are not read: what a map holds must stand in it",
  found: "<<",
  suggestion: "write the keys out",
};

const duplicate = (name: string): Refusal => ({
  code: "KEY_DUPLICATE",
  message: "the key stands twice in one map",
  found: name,
  suggestion: "keep one of them",
});

const prototypeKey = (found: string): Refusal => ({
  code: "KEY_FORBIDDEN",
  message: "this name cannot be a key",
  found,
  allowed: "any other name",
  suggestion: "remove the key",
});

const keyNotText = (found: string): Refusal => ({
  code: "KEY_NOT_TEXT",
  message: "a key must be text",
  found,
  suggestion: "is a colon or a quote missing, or a `?` too many?",
});

const notFinite = (found: string): Refusal => ({
  code: "VALUE_NOT_FINITE",
  message: "is no number that can be counted with",
  found,
  allowed: "a finite number, or the word unlimited where the key allows it",
});
