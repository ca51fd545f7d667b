import { deepEqual, equal } from "node:assert/strict";
import { OwnEdge } from "../../../components/edge/own-edge.ts";
import { declared, named, shortNames } from "../../support/declared.ts";

const rate = { requests: 83_333, windowSeconds: 300 } as const;
const edge = (serves: boolean, webAcl?: { webAclName: string; rate: typeof rate; sampleRequests: boolean }) =>
  declared(() => {
    new OwnEdge("edge", {
      plan: { distributionTenantName: "tenant-n", ...(webAcl === undefined ? {} : { webAcl }) },
      serves,
      hostname: "n.us-1.app.example",
      distributionId: "E0",
      connectionGroupId: "cg_0",
    });
  });

describe("OwnEdge", () => {
  it("R-INF-5 puts a web ACL of the tenant's own in the place of the cell's, with its fence", async () => {
    const resources = await edge(true, { webAclName: "tenant-n", rate, sampleRequests: true });
    deepEqual(shortNames(resources), ["DistributionTenant edge", "WebAcl edge-web-acl"]);
    const { customizations } = named(resources, "edge").inputs as { customizations: { webAcl: { action: string } } };
    equal(customizations.webAcl.action, "override");
  });

  it("R-INF-5 leaves the cell's web ACL where there is no fence", async () => {
    const resources = await edge(true);
    deepEqual(shortNames(resources), ["DistributionTenant edge"]);
    equal(named(resources, "edge").inputs["customizations"], undefined);
  });

  it("R-INF-10 is on while the tenant serves, and off while it does not", async () => {
    deepEqual(
      [named(await edge(true), "edge").inputs["enabled"], named(await edge(false), "edge").inputs["enabled"]],
      [true, false],
    );
  });
});
