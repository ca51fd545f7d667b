import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { renderSetting } from "../../../cli/report/explain.ts";
import { explainSetting } from "../../../fleet/explain/explain-setting.ts";
import { readExplainedTenant } from "../../../fleet/explain/explained-tenant.ts";
import { findSetting } from "../../../fleet/explain/find-setting.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { runCli } from "../../support/run-cli.ts";

const root = new URL("../../..", import.meta.url).pathname;

describe("tenantry explain", () => {
  it("R-USE-2 shows the layers of a setting and what follows it, for people and for programs", () => {
    const { code, stdout } = runCli(root, ["explain", "acme-corp", "limits.max_users"]);
    equal(code, 0);
    match(stdout, /^acme-corp: limits\.max_users = 500\n/);
    match(
      stdout,
      / {2}tier {6}100 {2}tiers\/professional\.yaml:17:16\n {2}override {2}500 {2}tenants\/acme-corp\.yaml:20:21\n/,
    );
    match(stdout, /HostedConfigurationVersion acme-corp-configuration-version\n {6}content → limits\.max_users\n/);
    const json = JSON.parse(runCli(root, ["explain", "acme-corp", "limits.max_users", "--json"]).stdout) as Record<
      string,
      unknown
    >;
    deepEqual(Object.keys(json), [
      "formatVersion",
      "tenant",
      "path",
      "value",
      "chain",
      "demands",
      "uses",
      "tried",
      "refused",
      "conditions",
      "arithmetic",
      "cell",
    ]);
  });

  it("says where a tenant differs from its tier and how to go on", () => {
    const { stdout } = runCli(root, ["explain", "acme-corp"]);
    match(stdout, /^acme-corp: \d+ settings, 2 of them other than tier professional has them\n/);
    match(stdout, /tenantry explain acme-corp limits\.max_users/);
  });

  it("offers the nearest tenant, path and resource, and asks for one question at a time", () => {
    const refused = (...args: string[]) => {
      const { code, stderr } = runCli(root, ["explain", ...args]);
      equal(code, 1);
      return stderr;
    };
    match(refused("acme-crop"), /Did you mean acme-corp\?/);
    match(refused("acme-corp", "limits.max_user"), /Type: tenantry explain acme-corp limits\.max_users\n$/);
    match(refused("acme-corp", "--resource", "acme-corp-kee"), /Did you mean acme-corp-key\?/);
    match(refused("acme-corp", "owner", "--resource", "x"), /^A path and --resource are two questions/);
  });

  it("keeps hidden characters of a value and of a command line inert", async () => {
    const hidden = /[^\P{Cc}\n]|\p{Cf}/u;
    const { stderr } = runCli(root, ["explain", "acme-corp", "\u001b[31m\u202e"]);
    match(stderr, /^There is no setting "\\u001b\[31m\\u202e"\. /);
    doesNotMatch(stderr, hidden);
    const acme = readExplainedTenant("acme-corp", root);
    const found = findSetting(acme, "industry");
    if (found.kind !== "setting") throw new Error(found.kind);
    const hostile = await explainSetting(acme, { ...found.setting, value: "tech\u202e\u001b[31m" });
    const text = renderSetting(hostile);
    match(text, /^acme-corp: industry = tech\\u202e\\u001b\[31m\n/);
    doesNotMatch(text, hidden);
  });

  it("refuses a tenant whose file is wrong as a bad file", () => {
    const folder = new FleetFolder();
    try {
      folder.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 501");
      const { code, stderr } = runCli(folder.root, ["explain", "acme-corp", "limits.max_users"]);
      equal(code, 3);
      match(stderr, /tenants\/acme-corp\.yaml:20:21/);
    } finally {
      folder.remove();
    }
  });
});
