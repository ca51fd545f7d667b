import { checkInputs, type InputSchema } from "../provider/input-schema.ts";
import type { CheckFailure, CreateResult, PropertyMap, ReadResult, ResourceType } from "../provider/provider.ts";

/** A random type: made once, kept in the stack's state and nowhere else. */
export interface StoredType {
  readonly token: string;
  readonly schema: InputSchema;
  readonly secretOutputs?: readonly string[];
  /** Rules over several inputs; called with inputs that each pass the schema, and hold no unknown. */
  refuse?(inputs: PropertyMap): readonly CheckFailure[];
  make(inputs: PropertyMap): Promise<CreateResult> | CreateResult;
  /** Rebuilds the resource from an id given to `pulumi import`. Without it, importing is refused. */
  recover?(id: string): ReadResult;
}

/** `keepers` of every random type: arbitrary texts that make a new value when they change. */
export const keepers: InputSchema = { keepers: { type: "map" } };

/** A resource type with its inputs. */
export type RandomType = ResourceType & { readonly schema: InputSchema };

/** Any change makes a new value, so there is no update; reading gives what the state holds. */
export function storedType(definition: StoredType): RandomType {
  const { token, schema, secretOutputs = [] } = definition;
  return {
    token,
    schema,
    secretOutputs,
    check: (news) => {
      const failures = checkInputs(schema, news);
      const complete = failures.length === 0 && !Object.values(news).some((value) => typeof value === "symbol");
      return { inputs: news, failures: complete ? (definition.refuse?.(news) ?? []) : failures };
    },
    create: async (inputs) => definition.make(inputs),
    read: async (id, inputs, outputs) => {
      if (inputs && outputs) return { id, inputs, outputs };
      if (!definition.recover) throw new Error(`${token} cannot be imported: its value is in a stack's state only.`);
      return definition.recover(id);
    },
    delete: async () => undefined,
  };
}
