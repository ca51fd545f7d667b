import { isDeepStrictEqual } from "node:util";
import { matchResources } from "../diff/match-resources.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type Inputs, mapsOf } from "./exposure.ts";

/** A fence that lets through what it did not. */
export interface OpenedNetwork {
  /** Logical name. */
  readonly resource: string;
  readonly property: string;
  readonly reason: string;
}

const policyType = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const firewallType = "aws:wafv2/webAcl:WebAcl";

/**
 * Network policies of Kubernetes that let more in or out, or are gone, and rules of web ACLs that are gone or no longer
 * block. Whether one rule is narrower than another is not decided: one that the base did not have is reported.
 */
export function openedNetworks(
  base: Pick<SynthesisedStack, "resources">,
  head: Pick<SynthesisedStack, "resources">,
): readonly OpenedNetwork[] {
  const { before } = matchResources(base.resources, head.resources);
  const kept = new Set([...before.values()].map(({ urn }) => urn));
  const namespaces = new Set(head.resources.filter(({ type }) => type.endsWith(":Namespace")).map(nameOf));
  return [
    ...head.resources.flatMap((resource) => {
      const former = before.get(resource.urn);
      if (former === undefined) return [];
      if (resource.type === policyType) return openedPolicy(former, resource);
      return resource.type === firewallType ? openedFirewall(former, resource) : [];
    }),
    ...base.resources
      .filter(({ type, urn }) => type === policyType && !kept.has(urn))
      .filter(({ inputs }) => namespaces.has(String(mapsOf(inputs["metadata"])[0]?.["namespace"])))
      .map(({ name }) => ({
        resource: name,
        property: "spec",
        reason: "its namespace would be without this network policy",
      })),
  ];
}

const nameOf = ({ inputs }: SynthesisedResource): string => String(mapsOf(inputs["metadata"])[0]?.["name"]);

function openedPolicy(base: SynthesisedResource, head: SynthesisedResource): readonly OpenedNetwork[] {
  const [before = {}, after = {}] = [base, head].map(({ inputs }) => mapsOf(inputs["spec"])[0] ?? {});
  const opened = (["ingress", "egress"] as const).flatMap((property) => {
    const known = mapsOf(before[property]);
    const more = mapsOf(after[property]).filter((rule) => !known.some((one) => isDeepStrictEqual(one, rule)));
    return more.map((rule) => ({
      resource: head.name,
      property: `spec.${property}`,
      reason: `a network policy lets through what it did not: ${JSON.stringify(rule)}`,
    }));
  });
  const dropped = typesOf(before).filter((type) => !typesOf(after).includes(type));
  const moved = isDeepStrictEqual(before["podSelector"], after["podSelector"]) ? [] : ["podSelector"];
  return [
    ...opened,
    ...[...dropped, ...moved].map((what) => ({
      resource: head.name,
      property: what === "podSelector" ? "spec.podSelector" : "spec.policyTypes",
      reason: `a network policy would no longer hold for ${what === "podSelector" ? "the same pods" : what}`,
    })),
  ];
}

const typesOf = (spec: Inputs): readonly string[] => [spec["policyTypes"] ?? []].flat().map(String);

/** By the names of rules; `count` instead of `block` lets through. */
function openedFirewall(base: SynthesisedResource, head: SynthesisedResource): readonly OpenedNetwork[] {
  const rules = new Map(mapsOf(head.inputs["rules"]).map((rule) => [String(rule["name"]), rule]));
  return mapsOf(base.inputs["rules"]).flatMap((rule) => {
    const name = String(rule["name"]);
    const now = rules.get(name);
    const finding = { resource: head.name, property: `rules[${name}]` };
    if (now === undefined) return [{ ...finding, reason: `the web ACL's rule ${name} would be gone` }];
    return letsThrough(now) && !letsThrough(rule)
      ? [{ ...finding, reason: `the web ACL's rule ${name} would only count` }]
      : [];
  });
}

const letsThrough = (rule: Inputs): boolean =>
  mapsOf(rule["action"]).some((action) => "count" in action || "allow" in action) ||
  mapsOf(rule["overrideAction"]).some((action) => "count" in action);
