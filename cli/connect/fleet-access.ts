import { awsCredentials } from "../../automation/configuration/aws-credentials.ts";
import type { CredentialSource } from "../../automation/configuration/credentials.ts";
import { stackOutputs } from "../../automation/configuration/stack-outputs.ts";
import { CellOutputs, TenantOutputs } from "../../model/outputs.ts";
import { ProblemsError } from "../../model/problems.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { connectSandbox, engineEnvironment, sandboxStatus } from "../../sandbox/index.ts";
import { readFleetFile } from "../../tenants/fleet-file.ts";
import { passphraseFile, projectFolder, sandboxFolder } from "../commands/sandbox-places.ts";
import { ownEnvironment } from "../own-environment.ts";
import { UserError } from "../user-error.ts";
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
  const reading = readFleetFile(root);
  if (reading.kind === "refused") {
    throw new ProblemsError(reading.problems);
  }
  const isSandbox = reading.spec.state.backend === "sandbox";
  const { credentials, environment } = isSandbox
    ? await openSandbox()
    : { credentials: awsCredentials(process.env), environment: ownEnvironment() };
  const outputs = (stack: string) => stackOutputs({ projectFolder, environment }, stack);
  return {
    credentials,
    tenant: async (id) => TenantOutputs.parse(provisioned(id, isSandbox, await outputs(id))),
    cell: async (id) => CellOutputs.parse(provisioned(cellStackName(id), isSandbox, await outputs(cellStackName(id)))),
  };
}

async function openSandbox() {
  const folder = sandboxFolder();
  if ((await sandboxStatus(folder)).kind === "stopped") {
    throw new UserError(`The sandbox in ${folder} does not run. Start it: tenantry sandbox start`);
  }
  const sandbox = connectSandbox(folder);
  const environment = { ...ownEnvironment(), ...(await engineEnvironment(sandbox, passphraseFile)) };
  return { credentials: sandboxCredentials(sandbox), environment };
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
