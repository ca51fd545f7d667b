import * as pulumi from "@pulumi/pulumi";
import { CellOutputs } from "../model/outputs.ts";
import { cellStackName } from "../model/stack-names.ts";

/**
 * What a cell's stack handed out, as plain data: a preview of a tenant then shows what is inside the cluster too.
 *
 * @throws where the stack was never brought up, or by a program whose outputs are others.
 */
export async function cellOutputs(cellId: string): Promise<CellOutputs> {
  const stack = cellStackName(cellId);
  const reference = new pulumi.StackReference(`${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`);
  const names = Object.keys(CellOutputs.shape);
  const details = await Promise.all(names.map((name) => reference.getOutputDetails(name)));
  const found = Object.fromEntries(names.map((name, index) => [name, details[index]?.value]));
  const parsed = CellOutputs.safeParse(found);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new pulumi.RunError(
    `The stack ${stack} does not hand out what its tenants need:\n${wrong.join("\n")}\n` +
      `Bring the cell up first: pulumi up --stack ${stack}`,
  );
}
