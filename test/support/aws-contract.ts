import { awsPackage } from "../../sandbox/aws/index.ts";
import type { PropertyMap } from "../../sandbox/provider/provider.ts";
import { type AwsSurroundings, awsSurroundings } from "./aws-surroundings.ts";
import { describeProviderContract } from "./provider-contract.ts";

/** What the contract suite needs to know of one type. */
export interface AwsCase {
  readonly token: string;
  readonly good: PropertyMap;
  /** Inputs over `good` that change in place; absent where nothing can. */
  readonly changed?: PropertyMap;
  /** Inputs over `good` that make a new one; absent where everything changes in place. */
  readonly replacing?: PropertyMap;
  readonly writeOnly?: readonly string[];
  /** What somebody changes by hand; absent for things without a setting that could be. */
  readonly byHand?: { readonly property: string; readonly value: unknown };
}

/** Holds types of the embedded account to the shared contract; `cases` gets the ids of `awsSurroundings`. */
export function describeAwsContract(
  tokens: readonly string[],
  cases: (ids: AwsSurroundings["ids"]) => readonly AwsCase[],
): void {
  for (const token of tokens) {
    let surroundings: AwsSurroundings | undefined;
    const place = () => {
      if (!surroundings) throw new Error("asked for before the suite began");
      return surroundings;
    };
    const one = () => {
      const found = cases(place().ids).find((candidate) => candidate.token === token);
      if (!found) throw new Error(`no case for ${token}`);
      return found;
    };
    const shape = cases(new Proxy({}, { get: (_target, name) => String(name) })).find(
      (candidate) => candidate.token === token,
    );
    const operations = () => awsPackage(place().world).operations ?? {};
    const byHand = shape?.byHand;
    describeProviderContract({
      token,
      package: async () => {
        surroundings = await awsSurroundings();
        return awsPackage(surroundings.world);
      },
      configuration: () => ({ region: "eu-central-1", allowedAccountIds: '["111122223333"]' }),
      inputs: () => one().good,
      ...(shape?.changed ? { changed: () => ({ ...one().good, ...one().changed }) } : {}),
      ...(shape?.replacing ? { replacing: () => ({ ...one().good, ...one().replacing }) } : {}),
      ...(shape?.writeOnly ? { writeOnly: shape.writeOnly } : {}),
      ...(byHand
        ? {
            changeByHand: async (id: string) => {
              await operations()["rows.update"]?.({ type: token, id, patch: { [byHand.property]: byHand.value } });
              return byHand;
            },
          }
        : {}),
      removeByHand: async (id) => {
        await operations()["rows.delete"]?.({ type: token, id });
      },
    });
  }
}
