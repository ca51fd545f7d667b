import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";

/** What a person must know of the models that a tenant may call: those that end, and those outside AWS. */
export const planModelNotices = ({ models }: ResolvedTenant): readonly string[] =>
  models.flatMap(({ model }) => {
    if (model?.lifecycle.state !== "legacy") return [];
    const { alias, title, lifecycle } = model;
    const next = lifecycle.successor === undefined ? "" : ` Move to ${lifecycle.successor}, and switch ${alias} off.`;
    return [`The AI model ${alias} (${title}) is announced to end; a call fails from that day.${next}`];
  });
