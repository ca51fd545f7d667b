import { deepEqual, equal } from "node:assert/strict";
import { changedLeaves } from "../../../fleet/explain/changed-leaves.ts";
import { type ChangedLeaf, decidedBy, showPlace } from "../../../fleet/explain/decided-by.ts";
import { resolved, tenantHead } from "../../support/tenant-sources.ts";

const urn = "urn:pulumi:acme-corp::tenantry::aws:s3/bucket:Bucket::acme-corp-bucket";
const leaf = (line: number, more: Partial<ChangedLeaf> = {}): ChangedLeaf => ({
  path: "infrastructure.storage.versioning_enabled",
  place: { file: "tiers/professional.yaml", line, column: 9 },
  ...more,
});
const property = { urn, path: "tags.owner" };

describe("the line that decided a change", () => {
  it("R-USE-2 is the only value that changed", () => {
    equal(decidedBy(property, [leaf(16)]), "tiers/professional.yaml:16:9");
    equal(decidedBy(property, []), undefined);
  });

  it("R-USE-2 is the one of several that reaches the property, or its map, or the resource as a whole", () => {
    const other = leaf(3, { reaches: [{ urn, path: "tagsAll" }] });
    const reaching = (path: string) => [leaf(16, { reaches: [{ urn, path }] }), other];
    for (const path of ["tags.owner", "tags", "", "tags.owner.first", "tags.owner[0]"]) {
      equal(decidedBy(property, reaching(path)), "tiers/professional.yaml:16:9", path);
    }
    equal(decidedBy(property, reaching("tags.own")), undefined);
    equal(decidedBy({ ...property, urn: `${urn}2` }, reaching("tags")), undefined);
  });

  it("R-USE-2 is not said where two lines may have, and is where two values stand on one place", () => {
    equal(decidedBy(property, [leaf(16), leaf(17)]), undefined);
    equal(decidedBy(property, [leaf(16), leaf(16)]), "tiers/professional.yaml:16:9");
  });
});

describe("the values that an edit changes", () => {
  const tenant = (more: string) => resolved(tenantHead("professional", "schema", more));

  it("R-USE-2 have the line of the layer that decides them now, and the base's where the value is gone", () => {
    const changes = changedLeaves(
      tenant("industry: technology\noverrides:\n  limits.max_users: 200\n"),
      tenant("overrides:\n  limits.max_users: 300\n"),
    );
    deepEqual(
      changes.map(({ place, ...change }) => ({ ...change, at: showPlace(place) })),
      [
        { path: "configuration.limits.max_users", before: 200, after: 300, at: "tenants/test.yaml:12:21" },
        { path: "industry", before: "technology", at: "tenants/test.yaml:11:11" },
      ],
    );
    const [lifted] = changedLeaves(tenant("overrides:\n  limits.max_users: 200\n"), tenant(""));
    equal(lifted?.place.file, "tiers/professional.yaml");
  });

  it("R-USE-2 are none where only a comment changes", () => {
    deepEqual(changedLeaves(tenant(""), tenant("# nothing else\n")), []);
  });
});
