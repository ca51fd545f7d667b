import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from "yaml";
import type { Problem } from "../model/problems.ts";
import type { LineIndex } from "./line-index.ts";
import { problemAt, type Refusal } from "./refusal.ts";

/** Deeper than anything that the product's files hold, and far from the end of a stack. */
const maximumDepth = 64;
/** A file that is no YAML at all has an error every few characters; the first ones say so. */
const maximumErrors = 50;

type Composed =
  | { readonly kind: "composed"; readonly contents: ParsedNode | null }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

type Tokens =
  | { readonly kind: "tokens"; readonly tokens: CST.Token[] }
  | { readonly kind: "deep"; readonly offset: number };

/**
 * Parses one YAML 1.2 (core schema) or JSON document to nodes, with all syntax errors at once. Aliases are not
 * resolved and duplicate keys not looked for: both are the walk's over the nodes, which is linear.
 */
export function composeYaml(text: string, lines: LineIndex): Composed {
  const tokens = tokensOf(text);
  if (tokens.kind === "deep") {
    return { kind: "refused", problems: [problemAt(lines.place(tokens.offset, tokens.offset + 1), tooDeep)] };
  }
  const composer = new Composer({ version: "1.2", schema: "core", uniqueKeys: false, logLevel: "silent" });
  const documents = [...composer.compose(tokens.tokens)] as Document.Parsed[];
  const problems = syntaxProblems(documents, lines);
  const [first, second] = documents;
  if (second !== undefined) {
    problems.push(problemAt(lines.place(second.range[0]), manyDocuments(documents.length)));
  }
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "composed", contents: first?.contents ?? null };
}

/**
 * The parser keeps the open collections on a list; the composer behind it calls itself for each. So the depth is
 * limited here, while the text is still read token by token.
 */
function tokensOf(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
    }
    if (parser.stack.length > maximumDepth) {
      return { kind: "deep", offset: parser.offset };
    }
  }
  tokens.push(...parser.end());
  return { kind: "tokens", tokens };
}

function syntaxProblems(documents: readonly Document.Parsed[], lines: LineIndex): Problem[] {
  // Unknown tags are refused, like all others, by the walk over the nodes.
  const errors = documents
    .flatMap((document) => [...document.errors, ...document.warnings])
    .filter(({ code }) => code !== "TAG_RESOLVE_FAILED");
  const shown = errors.slice(0, maximumErrors).map((error) =>
    problemAt(lines.place(error.pos[0], error.pos[1]), {
      code: "FILE_SYNTAX",
      message: `is not valid YAML: ${error.message}`,
      ...hints[error.code],
    }),
  );
  const rest = errors[maximumErrors];
  return rest === undefined
    ? shown
    : [
        ...shown,
        problemAt(lines.place(rest.pos[0]), {
          code: "FILE_SYNTAX",
          message: `${errors.length - maximumErrors} more errors follow; this may be no YAML file at all`,
          suggestion: "mend the first errors and check again",
        }),
      ];
}

/** What to do, by the parser's own code. */
const hints: Readonly<Record<string, Omit<Refusal, "code" | "message">>> = {
  TAB_AS_INDENT: { found: "a tab", allowed: "spaces for indentation", suggestion: "replace the tab by two spaces" },
  BAD_INDENT: { suggestion: "line the keys of one map up in one column" },
  MISSING_CHAR: { suggestion: "close the quote or bracket, or put the colon that is missing" },
  MULTILINE_IMPLICIT_KEY: { suggestion: "is a colon missing after a key, or a quote not closed?" },
  BLOCK_AS_IMPLICIT_KEY: { suggestion: "put the value in quotes; a colon and a space begin a map" },
  BAD_SCALAR_START: { suggestion: "put the value in quotes" },
};

const tooDeep: Refusal = {
  code: "FILE_NESTED_TOO_DEEP",
  message: "lists and maps are nested too deeply",
  allowed: `at most ${maximumDepth} levels`,
  suggestion: "flatten the document",
};

const manyDocuments = (count: number): Refusal => ({
  code: "FILE_MANY_DOCUMENTS",
  message: "a second document begins",
  found: `${count} documents`,
  allowed: "one document a file",
  suggestion: "remove the `---` line, or put each document into a file of its own",
});
