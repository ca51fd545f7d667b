import { controlPlaneStackName } from "../../../model/stack-names.ts";
import { outsideResidency, regionsTouched } from "../../residency/regions-touched.ts";
import type { SynthesisedResource } from "../../synth/synthesised-stack.ts";
import {
  type Control,
  type Evidence,
  enforcedBy,
  fromSchemaUp,
  input,
  type Judgement,
  numberOf,
  publishedAs,
} from "../control.ts";

const path = (name: string) => `configuration.compliance.${name}`;
const privacy = (name: string) => path(`privacy.${name}`);

const selections = "aws:backup/selection:Selection";
const lifecycles = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

/** How long data is kept, where, and what becomes of it. */
export const controls: readonly Control[] = [
  {
    id: "data-retention",
    row: "R-CMP-2",
    paths: [path("retention_days.user_data")],
    demand: ({ bucket }) =>
      `objects are deleted after ${bucket.deleteAfterDays} days, or when they were replaced that long ago`,
    judge: (evidence) =>
      enforcedBy(
        evidence.own.filter(({ type }) => type === lifecycles),
        "the bucket has no lifecycle",
      ),
  },
  {
    id: "data-classification",
    row: "R-CMP-2",
    paths: [path("data_classification")],
    demand: () => "data is handled as its class demands",
    judge: (evidence) =>
      publishedAs(evidence, "compliance.data_classification", "only the application knows what its rows hold"),
  },
  {
    id: "backups",
    row: "R-CMP-2",
    paths: [path("retention_days.backups"), "infrastructure.storage.backup_enabled"],
    demand: ({ backup }) => (backup.kind === "off" ? undefined : "what the tenant stores is backed up"),
    judge: (evidence) =>
      enforcedBy(
        [
          ...evidence.own.filter(
            (resource) =>
              resource.type === selections ||
              (resource.type === "aws:rds/instance:Instance" && numberOf(input(resource, "backupRetentionPeriod")) > 0),
          ),
          ...selectedByTag(evidence),
        ],
        "nothing selects the tenant's data for backup",
      ),
  },
  {
    id: "residency",
    row: "R-CMP-4",
    paths: ["residency"],
    demand: ({ tenant }) => `nothing of the tenant's lies outside ${tenant.residency}`,
    judge: judgeResidency,
  },
  {
    id: "health-alarms",
    row: "R-MON-2",
    paths: ["monitoring.alerting.system_health"],
    demand: () => "an outage is reported",
    judge: (evidence) =>
      enforcedBy(
        fromSchemaUp(
          evidence,
          "aws:cloudwatch/compositeAlarm:CompositeAlarm",
          "aws:cloudwatch/metricAlarm:MetricAlarm",
        ),
        "no alarm is declared",
      ),
  },
  ...(
    [
      ["right_to_deletion", "erasure", "a person's data can be erased"],
      ["data_portability", "portability", "a person's data can be taken away"],
      ["data_minimization", "minimisation", "no more is collected than is needed"],
      ["consent_required", "consent", "consent is recorded"],
    ] as const
  ).map(
    ([setting, id, words]): Control => ({
      id: `privacy-${id}`,
      row: "R-CMP-3",
      paths: [privacy(setting)],
      demand: () => words,
      judge: (evidence) =>
        publishedAs(
          evidence,
          `compliance.privacy.${setting}`,
          "only the application knows which of its rows are about a person",
        ),
    }),
  ),
];

/** The plan refuses a Region outside the residency; what is declared in another, or copied to one, shows here. */
function judgeResidency({ own, shared, plan: { tenant } }: Evidence): Judgement {
  const placed = new Set(regionsTouched({ resources: own }).map(({ urn }) => urn));
  const outside = outsideResidency({ resources: [...own, ...shared.filter(isOfCell)] }, tenant.residency);
  if (outside.length > 0) {
    const named = new Set(outside.map(({ urn, region }) => `${urn.split("::").at(-1)} in ${region}`));
    return { kind: "missing", because: `outside ${tenant.residency}: ${[...named].join(", ")}` };
  }
  return enforcedBy(
    own.filter(({ urn }) => placed.has(urn)),
    "nothing of the tenant's is declared in any Region",
  );
}

/** The control plane is the fleet's and holds no customer's content; it has a Region of its own choice. */
const isOfCell = ({ urn }: SynthesisedResource) => !urn.startsWith(`urn:pulumi:${controlPlaneStackName}::`);

/** The cell's selections that take the tenant's bucket by its tags; none for tenants with a selection of their own. */
function selectedByTag({ plan, shared }: Evidence) {
  if (plan.backup.kind !== "cell") return [];
  return shared.filter(({ type, inputs }) => {
    const { conditions } = inputs as { conditions?: { stringEquals: { key: string; value: string }[] }[] };
    return (
      type === selections &&
      conditions?.every(({ stringEquals }) =>
        stringEquals.every(({ key, value }) => plan.tags[key.replace("aws:ResourceTag/", "")] === value),
      )
    );
  });
}
