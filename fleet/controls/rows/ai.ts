import { anyOf, type Control, detectedBy, type Evidence, enforcedBy, input, ownOf, publishedAs } from "../control.ts";

const path = (name: string) => `configuration.ai_configuration.${name}`;

/** Policies that name models: of the tenant's own role, or of its tier's in the pool. */
const modelPolicies = (evidence: Evidence) =>
  (evidence.plan.workloadRole.kind === "own" ? ownOf : anyOf)(evidence, "aws:iam/rolePolicy:RolePolicy").filter(
    (policy) => String(input(policy, "policy")).includes("bedrock:InvokeModel"),
  );

const guardrails = (evidence: Evidence) =>
  (evidence.plan.ai.guardrail.kind === "own" ? ownOf : anyOf)(
    evidence,
    "aws:bedrock/guardrailVersion:GuardrailVersion",
  );

/**
 * Flag → why nothing in the account stands behind it. The models are Bedrock's or a vendor's: SageMaker's own pipelines
 * look at models and endpoints in the account, and there is none.
 */
const pipelines = {
  auto_ml_enabled: "training by itself starts with a data set that only the application knows",
  model_monitoring: "SageMaker's model monitor looks at endpoints in the account, and the models here are not in it",
  drift_detection: "a drift is seen against answers that the application has judged",
  a_b_testing: "which user gets which model is the application's choice",
  performance_tracking: "calls, tokens and latency are the application's metrics; the tenant's dashboard shows them",
  experiment_tracking: "a tracking server is billed by the hour; the application keeps its experiments",
} as const;

const pipelineOf = ({ plan }: Evidence | { readonly plan: Evidence["plan"] }) =>
  (plan.settings.ai["ml_pipeline"] ?? {}) as Readonly<Record<string, boolean>>;

/** AI models: which may be called, what looks at the calls, and what is kept of them. */
export const controls: readonly Control[] = [
  {
    id: "ai-model-access",
    row: "R-AI-1",
    paths: [path("model_access")],
    demand: ({ ai }) =>
      ai.profiles.kind === "cell" || ai.profiles.profiles.length > 0
        ? "only models that were granted can be called, and only through a profile that bills the tenant or its cell"
        : undefined,
    judge: (evidence) => enforcedBy(modelPolicies(evidence), "no role may call a model"),
  },
  {
    id: "ai-rate-limits",
    row: "R-AI-2",
    paths: [path("rate_limits")],
    demand: () => "calls, tokens and concurrent calls stay within what is sold",
    judge: (evidence) =>
      publishedAs(
        evidence,
        "ai.rate_limits",
        "Bedrock has no quota for a profile; alarms tell of a tenant that comes near",
      ),
  },
  {
    id: "ai-guardrail",
    row: "R-AI-3",
    paths: [path("safety_settings")],
    demand: ({ ai }) => (ai.guardrail.kind === "none" ? undefined : "every call is looked at by a guardrail's version"),
    judge: (evidence) => enforcedBy(guardrails(evidence), "no guardrail has a version"),
  },
  ...Object.entries(pipelines).map(
    ([flag, because]): Control => ({
      id: `ai-${flag.replace(/_enabled$/, "").replaceAll("_", "-")}`,
      row: "R-AI-4",
      paths: [path(`ml_pipeline.${flag}`)],
      demand: (plan) => (pipelineOf({ plan })[flag] === true ? `${flag.replaceAll("_", " ")} is on` : undefined),
      judge: (evidence) => publishedAs(evidence, `ai.ml_pipeline.${flag}`, because),
    }),
  ),
  {
    id: "ai-invocation-log",
    row: "R-AI-6",
    paths: [],
    demand: () => "questions to models and their answers are kept as evidence",
    judge: (evidence) =>
      detectedBy(
        anyOf(evidence, "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration"),
        "calls of models are not logged",
      ),
  },
];
