import { replacedFields, replacedOfEveryKind } from "../../sandbox/kubernetes/object/replacing-fields.ts";

/** Kinds and the fields that they are replaced for; `*` is every kind. */
export function kubernetesReplacements(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ "*": replacedOfEveryKind, ...replacedFields }).map(([kind, fields]) => [kind, { ours: fields }]),
  );
}
