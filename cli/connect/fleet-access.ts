import { awsCredentials } from "../../automation/configuration/aws-credentials.ts";
import type { CredentialSource } from "../../automation/configuration/credentials.ts";
import { stackOutputs } from "../../automation/configuration/stack-outputs.ts";
import { CellOutputs, TenantOutputs } from "../../model/outputs.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { projectFolder } from "../commands/sandbox-places.ts";
import { UserError } from "../user-error.ts";
import { fleetEngine } from "./fleet-engine.ts";
import { sandboxCredentials } from "./sandbox-credentials.ts";

/** A fleet's stacks, and who hands out credentials for what is in them. */
export interface FleetAccess {
  readonly credentials: CredentialSource;
  /** @throws UserError where nothing is provisioned */
  tenant(id: string): Promise<TenantOutputs>;
  /** @throws UserError where nothing is provisioned */
  cell(id: string): Promise<CellOutputs>;
}

/**
 * Opens the fleet in `root`: by the sandbox where `fleet.yaml` keeps its state there, by this shell's Pulumi and AWS
 * logins otherwise.
 *
 * @throws ProblemsError where `fleet.yaml` is refused, UserError where the sandbox does not run
 */
export async function openFleet(root: string): Promise<FleetAccess> {
  const { environment, sandbox } = await fleetEngine(root);
  const isSandbox = sandbox !== undefined;
  const credentials = isSandbox ? sandboxCredentials(sandbox) : awsCredentials(process.env);
  const outputs = (stack: string) => stackOutputs({ projectFolder, environment }, stack);
  return {
    credentials,
    tenant: async (id) => TenantOutputs.parse(provisioned(id, isSandbox, await outputs(id))),
    cell: async (id) => CellOutputs.parse(provisioned(cellStackName(id), isSandbox, await outputs(cellStackName(id)))),
  };
}

function provisioned<T>(stack: string, isSandbox: boolean, outputs: T | undefined): T {
  if (outputs === undefined) {
    const first = isSandbox ? 'eval "$(tenantry sandbox env)"; ' : "";
    throw new UserError(
      `${stack} is not provisioned yet: its stack has no outputs. Type: ${first}pulumi up --stack ${stack}`,
    );
  }
  return outputs;
}
