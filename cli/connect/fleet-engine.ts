import { ProblemsError } from "../../model/problems.ts";
import { connectSandbox, engineEnvironment, type Sandbox, sandboxStatus } from "../../sandbox/index.ts";
import { readFleetFile } from "../../tenants/fleet-file.ts";
import { passphraseFile, sandboxFolder } from "../commands/sandbox-places.ts";
import { ownEnvironment } from "../own-environment.ts";
import { UserError } from "../user-error.ts";

/** How the engine reaches a fleet's stacks. */
export interface FleetEngine {
  /** The whole environment of an engine run. */
  readonly environment: Readonly<Record<string, string>>;
  /** Absent where the fleet is in a real cloud, which this shell's logins reach. */
  readonly sandbox?: Sandbox;
}

/**
 * The engine of the fleet in `root`: the sandbox's where `fleet.yaml` keeps its state there, this shell's otherwise.
 *
 * @throws ProblemsError where `fleet.yaml` is refused, UserError where the sandbox does not run
 */
export async function fleetEngine(root: string): Promise<FleetEngine> {
  const reading = readFleetFile(root);
  if (reading.kind === "refused") throw new ProblemsError(reading.problems);
  if (reading.spec.state.backend !== "sandbox") return { environment: ownEnvironment() };
  const folder = sandboxFolder();
  if ((await sandboxStatus(folder)).kind === "stopped") {
    throw new UserError(`The sandbox in ${folder} does not run. Start it: tenantry sandbox start`);
  }
  const sandbox = connectSandbox(folder);
  return { sandbox, environment: { ...ownEnvironment(), ...(await engineEnvironment(sandbox, passphraseFile)) } };
}
