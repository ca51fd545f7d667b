import { deepEqual, equal } from "node:assert/strict";
import { leavesOf } from "../../../model/resolve/leaves.ts";
import { resolved, tenantHead } from "../../support/tenant-sources.ts";

const professional = (more: string) => tenantHead("professional", "schema", more);

describe("where a value came from", () => {
  const { origins, chains, configuration } = resolved(
    professional("compliance: [hipaa]\noverrides:\n  limits.max_users: 500\n  monitoring.logging.level: WARN"),
  );

  it("names layer, file, line and column", () => {
    deepEqual(origins["configuration.limits.max_users"], {
      layer: "override",
      file: "tenants/test.yaml",
      line: 13,
      column: 21,
      endColumn: 24,
    });
    deepEqual(origins["configuration.limits.storage_gb"], {
      layer: "tier",
      file: "tiers/professional.yaml",
      line: 18,
      column: 17,
      endColumn: 20,
    });
    deepEqual(origins["configuration.compliance.retention_days.logs"], {
      layer: "framework",
      file: "tenants/test.yaml",
      line: 11,
      column: 14,
      endColumn: 19,
    });
    equal(origins["infrastructure.database.instance_class"]?.layer, "default");
  });

  it("keeps what each layer said", () => {
    deepEqual(
      chains["configuration.compliance.retention_days.logs"]?.map(({ layer, value, reason }) => [layer, value, reason]),
      [
        ["tier", 90, undefined],
        ["framework", 2192, "hipaa 164.316(b)(2)(i)"],
      ],
    );
    deepEqual(
      chains["configuration.limits.max_users"]?.map(({ layer, value }) => [layer, value]),
      [
        ["tier", 100],
        ["override", 500],
      ],
    );
  });

  it("R-CMP-2 shows every framework that demands more than the tier has, the strictest last, in either order", () => {
    const logs = (named: string) =>
      resolved(professional(`compliance: ${named}`)).chains["configuration.compliance.retention_days.logs"];
    for (const named of ["[hipaa, pci_dss]", "[pci_dss, hipaa]"]) {
      deepEqual(
        logs(named)?.map(({ layer, value, reason }) => [layer, value, reason]),
        [
          ["tier", 90, undefined],
          ["framework", 365, "pci_dss 10.5.1"],
          ["framework", 2192, "hipaa 164.316(b)(2)(i)"],
        ],
      );
    }
  });

  it("R-TPL-2 shows a tier's value with its variables put in", () => {
    deepEqual(
      chains["tenant_id"]?.map(({ layer, value }) => [layer, value]),
      [["tier", "test-tenant"]],
    );
  });

  it("has an origin for every leaf", () => {
    deepEqual(
      Object.keys(origins),
      leavesOf(configuration).map(({ path }) => path.join(".")),
    );
  });
});
