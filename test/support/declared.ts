import type * as pulumi from "@pulumi/pulumi";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";

/** The resources that `program` declares, in the order of their names; components, providers and the stack left out. */
export async function declared(program: () => void): Promise<readonly SynthesisedResource[]> {
  const { resources } = await synthesise(
    () => {
      program();
      return {};
    },
    { stack: "test" },
  );
  return resources
    .filter(({ type }) => !/^(pulumi:|tenantry:)/.test(type))
    .toSorted((one, other) =>
      one.name < other.name ? -1 : one.name > other.name ? 1 : one.type < other.type ? -1 : 1,
    );
}

/** Last part of each type with its name: what a reader compares at a glance. */
export const shortNames = (resources: readonly SynthesisedResource[]) =>
  resources.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`);

/** The resource of this name, of the type whose last part is `kind` where several have the name. */
export function named(resources: readonly SynthesisedResource[], name: string, kind?: string): SynthesisedResource {
  const found = resources.find(
    (resource) => resource.name === name && (kind === undefined || resource.type.endsWith(`:${kind}`)),
  );
  if (found === undefined)
    throw new Error(`no ${kind ?? "resource"} ${name} among ${shortNames(resources).join(", ")}`);
  return found;
}

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** A statement of the policy in `property`, by its Sid. */
export function statement(resource: SynthesisedResource, sid: string, property = "policy"): Statement {
  const { Statement: statements } = JSON.parse(String(resource.inputs[property])) as { Statement: Statement[] };
  const found = statements.find(({ Sid }) => Sid === sid);
  if (found === undefined) throw new Error(`no statement ${sid} among ${statements.map(({ Sid }) => Sid).join(", ")}`);
  return found;
}

/** What a resource says of keeping itself. */
export const keeping = ({ options: { protect = false, retainOnDelete = false } }: SynthesisedResource) => ({
  protect,
  retainOnDelete,
});

export const kept = { protect: true, retainOnDelete: true };
export const released = { protect: false, retainOnDelete: false };

/** An input that no test cares about, but that has to be there. */
export const arnOf = (kind: string): pulumi.Input<string> => `arn:aws:${kind}:us-east-1:111122223333:${kind}/given`;
