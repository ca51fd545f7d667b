import * as pulumi from "@pulumi/pulumi";
import { CellOutputs } from "../model/outputs.ts";
import { cellStackName } from "../model/stack-names.ts";

const names = Object.keys(CellOutputs.shape);

/**
 * What a cell's stack handed out, as plain data: a preview of a tenant then shows what is inside the cluster too.
 *
 * @throws where the stack was never brought up, or by a program whose outputs are others.
 */
export async function cellOutputs(cellId: string): Promise<CellOutputs> {
  const stack = cellStackName(cellId);
  const reference = new pulumi.StackReference(`${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`);
  const open = await openOutputs(reference);
  const parsed = CellOutputs.safeParse(Object.fromEntries(names.map((name) => [name, open[name]])));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new pulumi.RunError(
    `The stack ${stack} does not hand out what its tenants need:\n${wrong.join("\n")}\n` +
      `Bring the cell up first: pulumi up --stack ${stack}`,
  );
}

/** Not part of the SDK's declarations: what an output came to. */
type Settled<T> = { promise(): Promise<T> };

/**
 * All outputs that are no secrets, read at once: asked for one by one, each of the hundred is an output of its own, a
 * twentieth of what a tenant's program does.
 */
async function openOutputs({ outputs, secretOutputNames }: pulumi.StackReference): Promise<Record<string, unknown>> {
  const all = await (outputs as unknown as Settled<Readonly<Record<string, unknown>>>).promise();
  const secret = new Set(await (secretOutputNames as unknown as Settled<readonly string[] | undefined>).promise());
  return Object.fromEntries(Object.entries(all).filter(([name]) => !secret.has(name)));
}
