/** What a tenant's calls of one model run through, so that they are allowed, limited and billed by themselves. */
export interface InferenceProfilePlan {
  readonly alias: string;
  readonly profileName: string;
  /** Model or Bedrock profile that the application's own profile is copied from. */
  readonly sourceArn: string;
  /** The foundation model in every Region that may answer a call; all inside the residency. */
  readonly modelArns: readonly string[];
}

/** What is kept out of questions and answers. */
export interface GuardrailPlan {
  readonly guardrailName: string;
  /** Stands for the policy: tenants with the same one may share a guardrail, and another one is another version. */
  readonly policyDigest: string;
  readonly contentFilter: boolean;
  /** Insults and hatred at the highest strength; Bedrock has no measure of bias itself. */
  readonly biasFilter: boolean;
  /** Score from 0 to 0.99 below which an answer that its sources do not support is refused; absent: not looked at. */
  readonly groundingThreshold?: number;
  readonly filterStrength: "LOW" | "MEDIUM" | "HIGH";
}

/** A model outside AWS: the API key's place among the tenant's secrets. */
export interface OutsideModelPlan {
  readonly alias: string;
  readonly vendor: string;
  /** Name in Secrets Manager of the API key, whose value its owner puts. */
  readonly secretName: string;
  readonly endpoint: string;
}

/** What a tenant may call, and what it may not say or hear. */
export interface AiPlan {
  /** `cell`: the cell's profiles serve, and its bill is split by metered use. */
  readonly profiles:
    | { readonly kind: "cell"; readonly aliases: readonly string[] }
    | { readonly kind: "own"; readonly profiles: readonly InferenceProfilePlan[] };
  /** `cell`: one of the cell's guardrails, that of this policy; `none` where the tier switches every filter off. */
  readonly guardrail:
    | { readonly kind: "none" }
    | { readonly kind: "cell"; readonly policyDigest: string }
    | { readonly kind: "own"; readonly guardrail: GuardrailPlan };
  readonly outsideModels: readonly OutsideModelPlan[];
  /** Whether models that the tenant trained or adapted may be called: those that carry its tag. */
  readonly ownModels: boolean;
}

/** What the sessions of one pool tier may call. */
export interface PoolModelsPlan {
  /** `own`: each tenant has profiles of its own, told apart by their tag; `cell`: the cell's serve. */
  readonly profiles: "own" | "cell";
  readonly aliases: readonly string[];
  readonly modelArns: readonly string[];
  /** Policy of the tier; absent where it switches every filter off. */
  readonly policyDigest?: string;
}

/** What a cell's tenants share to reach models. */
export interface CellAiPlan {
  /** Profiles that tenants at isolation `shared` call. */
  readonly profiles: readonly InferenceProfilePlan[];
  /** Pool tier → what its sessions may call. */
  readonly pools: Readonly<Record<string, PoolModelsPlan>>;
  /** One per distinct policy of the pool's tiers. */
  readonly guardrails: readonly GuardrailPlan[];
  readonly invocationLogGroupName: string;
  readonly invocationLogRetentionDays: number;
  readonly invocationLogRoleName: string;
}
