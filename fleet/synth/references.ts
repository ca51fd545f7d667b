import { SecretValue } from "./secret-value.ts";

/** Answers a stack's outputs; secret ones are `SecretValue`s. @throws where there is no such stack. */
export type StackOutputs = (stack: string) => Promise<Readonly<Record<string, unknown>>>;

/** Where a stack reference is read from. */
interface ReferenceScope {
  readonly organization: string;
  readonly project: string;
  readonly references: StackOutputs;
}

/**
 * What the engine answers for a `StackReference` to `id` (`organization/project/stack`).
 *
 * @throws where the reference is not of this project, since no other project can be answered offline.
 */
export async function readStackReference(
  id: string,
  scope: ReferenceScope,
): Promise<Readonly<Record<string, unknown>>> {
  const [organization, project, stack, ...rest] = id.split("/");
  if (organization !== scope.organization || project !== scope.project || stack === undefined || rest.length > 0) {
    throw new Error(
      `the stack reference ${id} is not of this project; expected ${scope.organization}/${scope.project}/<stack>`,
    );
  }
  const outputs = await scope.references(stack);
  const secretOutputNames = Object.keys(outputs).filter((name) => outputs[name] instanceof SecretValue);
  return { name: id, outputs, secretOutputNames };
}
