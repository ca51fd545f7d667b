import { Command } from "commander";
import { explainResource, findResource } from "../../fleet/explain/explain-resource.ts";
import { explainSetting } from "../../fleet/explain/explain-setting.ts";
import { type ExplainedTenant, readExplainedTenant } from "../../fleet/explain/explained-tenant.ts";
import { findSetting } from "../../fleet/explain/find-setting.ts";
import { overviewOf, settingLines } from "../../fleet/explain/overview.ts";
import { Sensitivity } from "../../fleet/explain/sensitivity.ts";
import type { SynthesisedResource } from "../../fleet/synth/index.ts";
import { printable } from "../../model/printable.ts";
import { kindOf } from "../connect/known-name.ts";
import { inWords } from "../in-words.ts";
import { renderOverview, renderSetting, renderSettings } from "../report/explain.ts";
import { overviewJson, resourceJson, settingJson, settingsJson } from "../report/explain-json.ts";
import { renderResource } from "../report/explain-resource.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Why a tenant is as it is: the value of a setting, every layer's say on it with file:line:column, what its frameworks
demand, and which resources and properties follow it. Without a path, where the tenant differs from its tier.

What follows a value is found by trying: the tenant is planned and synthesised with other values of it, and whatever
differs then follows it. --resource goes the other way round and tries every value: which takes some ten seconds.`;

const examples = `
Examples:
  tenantry explain acme-corp
  tenantry explain acme-corp limits.max_users
  tenantry explain acme-corp --resource acme-corp-key

Exit codes: 0 fine, 1 error (no such tenant, path or resource), 3 bad file.`;

interface Options {
  readonly json?: true;
  readonly resource?: string;
}

/** `tenantry explain`: why a setting has its value, and what follows from it; or which lines decide a resource. */
export function explainCommand(): Command {
  return new Command("explain")
    .description(about)
    .argument("<tenant>", "a tenant's id")
    .argument("[path]", "a setting; `configuration.` may be left out")
    .option("--resource <name>", "a resource of the tenant's stack, by URN or logical name")
    .option("--json", "for programs")
    .addHelpText("after", examples)
    .action(explain);
}

async function explain(tenant: string, path: string | undefined, { json, resource }: Options): Promise<void> {
  if (path !== undefined && resource !== undefined) {
    throw new UserError("A path and --resource are two questions: ask one of them.");
  }
  const root = fleetFolder();
  kindOf(tenant, root, ["tenant"]);
  const explained = readExplainedTenant(tenant, root);
  const text =
    resource === undefined ? await explainPath(explained, path, json) : await explainOne(explained, resource, json);
  process.stdout.write(`${text}\n`);
}

async function explainPath(explained: ExplainedTenant, path: string | undefined, json?: true): Promise<string> {
  if (path === undefined) {
    const overview = overviewOf(explained);
    return json ? overviewJson(overview) : renderOverview(overview);
  }
  const found = findSetting(explained, path);
  const { id } = explained.tenant.spec;
  switch (found.kind) {
    case "setting": {
      const explanation = await explainSetting(explained, found.setting).catch(inWords);
      return json ? settingJson(explanation) : renderSetting(explanation);
    }
    case "map": {
      const lines = settingLines(explained, found.settings);
      return json ? settingsJson(id, lines) : renderSettings(lines);
    }
    case "unset":
      return json ? settingsJson(id, []) : unsetLine(path, explained);
    case "unknown":
      throw pathUnknown(path, found.meant, id);
  }
}

const unsetLine = (path: string, { tenant: { spec, document } }: ExplainedTenant): string =>
  `${spec.id}: no layer sets ${printable(path)}; an override in ${printable(document.file)} may, within what the tier sells.`;

function pathUnknown(path: string, meant: string | undefined, id: string): UserError {
  const next =
    meant === undefined
      ? `All of a part: tenantry explain ${id} infrastructure (or limits, security, monitoring, billing, …)`
      : `Did you mean ${meant}? Type: tenantry explain ${id} ${meant}`;
  return new UserError(`There is no setting "${printable(path)}". ${next}`);
}

async function explainOne(explained: ExplainedTenant, written: string, json?: true): Promise<string> {
  const sensitivity = new Sensitivity(explained);
  const resource = resourceNamed(findResource(await sensitivity.base().catch(inWords), written), written, explained);
  const explanation = await explainResource(explained, sensitivity, resource, { progress: showProgress }).catch(
    inWords,
  );
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  return json ? resourceJson(explanation) : renderResource(explanation);
}

function resourceNamed(
  found: ReturnType<typeof findResource>,
  written: string,
  { tenant: { spec } }: ExplainedTenant,
): SynthesisedResource {
  if (found.kind === "resource") return found.resource;
  const name = `"${printable(written)}"`;
  if (found.kind === "several") {
    throw new UserError(
      `${name} are ${found.urns.length} resources. Name one by its URN:\n  ${found.urns.map(printable).join("\n  ")}`,
    );
  }
  const meant = found.meant === undefined ? "" : ` Did you mean ${printable(found.meant)}?`;
  throw new UserError(
    `There is no resource ${name} in the stack ${spec.id}.${meant} All of them: tenantry synth ${spec.id}. A cell's: tenantry blast-radius ${name}`,
  );
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rtrying other values: ${done} of ${total} settings`);
}
