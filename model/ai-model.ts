/** How long Bedrock offers a model; dates are ISO 8601. Source: Bedrock user guide, "Model lifecycle". */
export interface ModelLifecycle {
  /** `legacy`: its provider has announced the end, and new users should take the successor. */
  readonly state: "active" | "legacy";
  /** The model does not end before this day; absent where no such promise stands. */
  readonly endsNoSoonerThan?: string;
  /** Alias of the model to move to. */
  readonly successor?: string;
}

/** What the inventory says of every model, whoever offers it: which it is, why it may be used, and who answers for it. */
interface InventoriedModel {
  /** As tiers write it below `ai_configuration.model_access`, e.g. `claude-3`; its file is named so. */
  readonly alias: string;
  readonly title: string;
  /** Who made the model. */
  readonly vendor: string;
  /** Where its card is: capabilities, limits, intended use. */
  readonly cardUrl: string;
  /** Why a tenant may use it, in a sentence. */
  readonly purpose: string;
  /** Role in the operating company that answers for the model's use. */
  readonly owner: string;
  readonly lifecycle: ModelLifecycle;
}

/** A model that Amazon Bedrock runs. */
export interface BedrockModel extends InventoriedModel {
  readonly provider: "bedrock";
  /** Bedrock's id of the foundation model. */
  readonly modelId: string;
  /** Regions that run it themselves, on demand. */
  readonly regions: readonly string[];
  /** Bedrock's own inference profiles: which Regions one can be called in is also where it may send a request. */
  readonly crossRegion: readonly { readonly profileId: string; readonly regions: readonly string[] }[];
}

/** A model behind its vendor's own API, which a key opens. */
export interface OutsideModel extends InventoriedModel {
  readonly provider: "outside";
  /** Name of the API key among the tenant's secrets, e.g. `ai-providers/openai`. */
  readonly secretName: string;
  readonly endpoint: string;
}

export type AiModel = BedrockModel | OutsideModel;

/** Switches below `model_access` that let in a kind of model instead of one: the tenant's own custom and fine-tuned ones. */
export const modelKinds: readonly string[] = ["custom_models", "fine_tuned_models"];

/** A model that a tenant was granted; without `model` the catalog does not have it. */
export interface GrantedModel {
  readonly alias: string;
  readonly model?: AiModel;
}

/** The models that `access` grants, each with what the catalog knows of it. */
export const grantedModels = (
  access: Readonly<Record<string, boolean>>,
  find: (alias: string) => AiModel | undefined,
): readonly GrantedModel[] =>
  Object.entries(access)
    .filter(([alias, granted]) => granted && !modelKinds.includes(alias))
    .map(([alias]) => {
      const model = find(alias);
      return model === undefined ? { alias } : { alias, model };
    });
