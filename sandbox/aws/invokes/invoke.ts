import type { PropertyMap } from "../../provider/provider.ts";
import type { Account } from "../account.ts";

/** A function of the package. */
export interface AwsInvoke {
  readonly token: string;
  run(args: PropertyMap, account: Account): PropertyMap | Promise<PropertyMap>;
}
