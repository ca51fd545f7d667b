import { deepEqual, equal, ok } from "node:assert/strict";
import { showPlace } from "../../../fleet/explain/decided-by.ts";
import { explainResource, findResource } from "../../../fleet/explain/explain-resource.ts";
import { readExplainedTenant } from "../../../fleet/explain/explained-tenant.ts";
import { showProperty } from "../../../fleet/explain/property-values.ts";
import { Sensitivity } from "../../../fleet/explain/sensitivity.ts";
import { everySetting, settingName } from "../../../fleet/explain/setting.ts";

const project = new URL("../../..", import.meta.url).pathname;

describe("an explained resource", () => {
  const acme = readExplainedTenant("acme-corp", project);
  const sensitivity = new Sensitivity(acme);

  it("R-USE-2 has the lines that decide it and each of its properties, in every file", async () => {
    const found = findResource(await sensitivity.base(), "acme-corp-key");
    if (found.kind !== "resource") throw new Error(found.kind);
    const settings = everySetting(acme).filter((setting) =>
      /key_|multi_region|^uid|^placement.cell|account_id|fleet: name/.test(settingName(setting)),
    );
    const { decisions, undecided, untried } = await explainResource(acme, sensitivity, found.resource, { settings });
    const deciding = (property: string) =>
      decisions
        .filter(({ properties }) => properties.some((one) => showProperty(one) === property))
        .map(({ setting }) => showPlace(setting.place));
    deepEqual(
      decisions.filter(({ isPresence }) => isPresence).map(({ setting }) => settingName(setting)),
      ["security.encryption.key_management"],
    );
    deepEqual(deciding("rotationPeriodInDays"), ["tiers/professional.yaml:28:90"]);
    deepEqual(deciding("tags.kubernetes-namespace"), ["tenants/acme-corp.yaml:5:6"]);
    deepEqual(deciding("tags.fleet"), ["fleet.yaml:4:7"]);
    deepEqual(deciding("policy → Statement[0].Principal.AWS"), ["cells/us-1.yaml:6:13"]);
    ok(undecided.some(({ path }) => path === "description"));
    ok(!undecided.some(({ path }) => path === "rotationPeriodInDays"));
    deepEqual(untried.map(settingName), ["placement.cell"]);
  }).timeout(60_000);

  it("is found by URN or name, a resource before its component; the nearest is offered for an unknown one", async () => {
    const stack = await sensitivity.base();
    const key = findResource(stack, "acme-corp-key");
    ok(key.kind === "resource" && key.resource.type === "aws:kms/key:Key");
    deepEqual(findResource(stack, key.resource.urn), key);
    deepEqual(findResource(stack, "acme-corp-kee"), { kind: "unknown", meant: "acme-corp-key" });
    equal(findResource(stack, "zzzzzzzzzzzzzzzzzzzzzzzzz").kind, "unknown");
  });
});
