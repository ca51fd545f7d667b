import { awsReplacements } from "./aws.ts";
import { kubernetesReplacements } from "./kubernetes.ts";
import { postgresqlReplacements } from "./postgresql.ts";

/** Properties that force a replacement, by who says so. */
export interface CountedRules {
  readonly outside: number;
  readonly ours: number;
  /** Properties that outside data says are replaced for, and that the provider changes in place. */
  readonly corrected: number;
}

/** Counts every property of every type once. Types of the package `random`, replaced for any change, have none. */
export function countedRules(): CountedRules {
  const rules = [awsReplacements(), kubernetesReplacements(), postgresqlReplacements()].flatMap((each) =>
    Object.values(each),
  );
  const count = (list: keyof CountedRules): number =>
    rules.reduce<number>(
      (sum, rule) => sum + ((rule as Partial<Record<string, readonly string[]>>)[list]?.length ?? 0),
      0,
    );
  return { outside: count("outside"), ours: count("ours"), corrected: count("corrected") };
}
