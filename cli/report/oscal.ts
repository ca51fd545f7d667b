import { createHash } from "node:crypto";
import type { JudgedControl } from "../../fleet/controls/judge-controls.ts";

/** A UUID that is the same for the same text, in the form of version 5. */
function stableUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const title = (tenant: string) => `Controls of the tenant ${tenant}, computed from its declared resources`;

/** A control's number as OSCAL takes it for a token, e.g. `hipaa_164.312_d_`. */
const token = (framework: string, control: string) => `${framework}_${control}`.replaceAll(/[^A-Za-z0-9._-]/g, "_");

/**
 * The controls as OSCAL assessment results (NIST OSCAL 1.1.2): an observation for each control with what was found, and
 * a finding for each control of a framework that it is evidence for.
 *
 * @param now time of the assessment; the document says when it was made.
 */
export function oscalJson(tenant: string, controls: readonly JudgedControl[], now = new Date()): string {
  const collected = now.toISOString();
  const observations = controls.map(({ id, row, demand, judgement }) => ({
    uuid: stableUuid(`${tenant} ${id}`),
    title: id,
    description: demand,
    props: [
      { name: "requirement", value: row },
      { name: "verdict", value: judgement.kind },
    ],
    methods: ["TEST"],
    ...("by" in judgement
      ? { "relevant-evidence": [judgement.by].flat().map((name) => ({ description: `Declared: ${name}` })) }
      : {}),
    ...("because" in judgement ? { remarks: judgement.because } : {}),
    collected,
  }));
  const findings = controls.flatMap(({ id, judgement, frameworks }) =>
    frameworks.map(({ framework, control, source }) => ({
      uuid: stableUuid(`${tenant} ${id} ${framework} ${control}`),
      title: `${framework} ${control}`,
      description: source,
      target: {
        type: "objective-id",
        "target-id": token(framework, control),
        status: {
          state: judgement.kind === "enforced" || judgement.kind === "detected" ? "satisfied" : "not-satisfied",
        },
      },
      "related-observations": [{ "observation-uuid": stableUuid(`${tenant} ${id}`) }],
    })),
  );
  return JSON.stringify(
    {
      "assessment-results": {
        uuid: stableUuid(`${tenant} ${collected}`),
        metadata: { title: title(tenant), "last-modified": collected, version: "1", "oscal-version": "1.1.2" },
        "import-ap": { href: "#" },
        results: [
          {
            uuid: stableUuid(`${tenant} ${collected} result`),
            title: title(tenant),
            description: "Each control was judged by the resources that the tenant's stack and its cell's declare.",
            start: collected,
            "reviewed-controls": { "control-selections": [{ "include-all": {} }] },
            observations,
            ...(findings.length === 0 ? {} : { findings }),
          },
        ],
      },
    },
    null,
    2,
  );
}
