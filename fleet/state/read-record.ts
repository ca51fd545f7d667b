import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { printable } from "../../model/printable.ts";
import type { RecordedStack, RecordReading } from "./recorded-stack.ts";

/**
 * Versions of the record that the engine writes, which are alike in what is read here: 4 only adds features
 * (`DeploymentSchemaVersionCurrent` and `…Latest` in Pulumi's SDK 3.259, `sdk/go/common/apitype/core.go`).
 */
const knownVersions: readonly number[] = [3, 4];

const properties = z.record(z.string(), z.unknown());
const urns = z.array(z.string());

const Resource = z.object({
  urn: z.string().startsWith("urn:pulumi:"),
  type: z.string(),
  custom: z.boolean().optional(),
  external: z.boolean().optional(),
  delete: z.boolean().optional(),
  pendingReplacement: z.boolean().optional(),
  taint: z.boolean().optional(),
  id: z.string().optional(),
  parent: z.string().optional(),
  inputs: properties.optional(),
  outputs: properties.optional(),
  provider: z.string().optional(),
  protect: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  deletedWith: z.string().optional(),
  dependencies: urns.nullish(),
  propertyDependencies: z.record(z.string(), urns.nullable()).nullish(),
  additionalSecretOutputs: z.array(z.string()).optional(),
  ignoreChanges: z.array(z.string()).optional(),
  replaceOnChanges: z.array(z.string()).optional(),
});

const Deployment = z.object({
  manifest: z.object({ time: z.string().optional() }).optional(),
  resources: z.array(Resource).nullish(),
  pending_operations: z.array(z.object({ type: z.string(), resource: z.object({ urn: z.string() }) })).nullish(),
});

/** A checkpoint of a backend of files, or what `pulumi stack export` writes. */
const Written = z.union([
  z.object({ version: z.number(), checkpoint: z.object({ latest: Deployment.nullish() }) }),
  z.object({ version: z.number(), deployment: Deployment.nullable() }),
]);

type Deployment = z.infer<typeof Deployment>;

/**
 * Reads the record of `stack` from the bytes of a checkpoint or an export, packed by gzip or not.
 *
 * @param place how the file is named in a refusal.
 */
export function readRecord(bytes: Buffer, stack: string, place: string): RecordReading {
  const refuse = (what: string): RecordReading => ({
    kind: "refused",
    reason: `${place} ${what}. Write it anew: pulumi stack export --stack ${stack} --file ${stack}.json`,
  });
  const document = documentIn(bytes);
  if (document.kind === "broken") return refuse(document.reason);
  const version = versionOf(document.value);
  if (version === undefined) return refuse("is no checkpoint of a stack and no export: it has no number under version");
  if (!knownVersions.includes(version)) {
    return refuse(`has version ${version}; versions ${knownVersions.join(" and ")} can be read`);
  }
  const written = Written.safeParse(document.value);
  if (!written.success) return refuse(`is not as the engine writes it: ${firstIssue(written.error)}`);
  const deployment = "deployment" in written.data ? written.data.deployment : written.data.checkpoint.latest;
  return judge(deployment ?? {}, stack, place);
}

function judge(deployment: Deployment, stack: string, place: string): RecordReading {
  const resources = (deployment.resources ?? []) as RecordedStack["resources"];
  const foreign = resources.find(({ urn }) => urn.split("::")[0] !== `urn:pulumi:${stack}`);
  if (foreign !== undefined) {
    const found = printable(foreign.urn.split("::")[0]?.slice("urn:pulumi:".length) ?? "");
    return { kind: "refused", reason: `${place} is the record of the stack ${found}, not of ${stack}` };
  }
  const unfinished = unfinishedIn(deployment);
  if (unfinished !== undefined) {
    return {
      kind: "refused",
      reason: `${place} records ${unfinished.what}, so it does not say what is there. ${unfinished.remedy} --stack ${stack}`,
    };
  }
  if (resources.length === 0) return { kind: "absent" };
  return { kind: "read", record: { stack, writtenAt: deployment.manifest?.time ?? "", resources } };
}

/** What an earlier run left to do, or may have done without a word. */
function unfinishedIn({ pending_operations: pending, resources }: Deployment) {
  const left = (resources ?? []).filter((each) => each.delete === true || each.pendingReplacement === true);
  const marked = (resources ?? []).filter((each) => each.taint === true);
  if (pending?.length) {
    const what = `an operation that did not end (${named(pending.map(({ type, resource }) => `${type} ${nameOf(resource)}`))})`;
    return { what, remedy: "Let the engine look first: pulumi refresh" };
  }
  if (left.length > 0) {
    return { what: `a run that did not end (left over: ${named(left.map(nameOf))})`, remedy: "End it: pulumi up" };
  }
  if (marked.length === 0) return undefined;
  return {
    what: `resources that are marked to be replaced (${named(marked.map(nameOf))})`,
    remedy: "End it: pulumi up",
  };
}

const nameOf = ({ urn }: { readonly urn: string }): string => printable(urn.split("::").slice(2).join(" "));
const named = ([first = "", ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${others.length} more`;

type Parsed =
  | { readonly kind: "parsed"; readonly value: unknown }
  | { readonly kind: "broken"; readonly reason: string };

function documentIn(bytes: Buffer): Parsed {
  if (bytes.length === 0) return { kind: "broken", reason: "is empty" };
  const text = textIn(bytes);
  if (text === undefined) return { kind: "broken", reason: "ends in the middle: it was cut off" };
  try {
    return { kind: "parsed", value: JSON.parse(text) };
  } catch (error) {
    // The parser's own words go no further: they quote the text, which may hold a secret.
    return { kind: "broken", reason: isCutOff(error, text) ? "ends in the middle: it was cut off" : "is no JSON" };
  }
}

/** The engine's backend of files packs by gzip where it is asked to; the first two bytes tell (RFC 1952, 2.3.1). */
function textIn(bytes: Buffer): string | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    // Its checksum or its end is missing.
    return undefined;
  }
}

/** Whether the parser stopped at the end of the text: V8 says so, or names the place. */
function isCutOff(error: unknown, text: string): boolean {
  const message = error instanceof Error ? error.message : "";
  return /unexpected end/i.test(message) || Number(/at position (\d+)/.exec(message)?.[1]) >= text.trimEnd().length;
}

function versionOf(value: unknown): number | undefined {
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return typeof version === "number" ? version : undefined;
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? "its form is another" : `${issue.path.join(".") || "the document"}: ${issue.message}`;
}
