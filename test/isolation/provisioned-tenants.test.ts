import { proveFleet } from "../support/isolation/prove-fleet.ts";
import { provisionIsolationFleet } from "../support/isolation/provisioned-fleet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("isolation of tenants that the engine provisioned", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  proveFleet(() => provisionIsolationFleet(folder.path));
  // Hooks run in this order: the sandbox ends before its folder goes.
  after(() => folder.remove());
});
