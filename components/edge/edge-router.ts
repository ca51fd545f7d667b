import { Function as EdgeFunction } from "@pulumi/aws/cloudfront/function.js";
import { KeyValueStore } from "@pulumi/aws/cloudfront/keyValueStore.js";
import * as pulumi from "@pulumi/pulumi";
import { routeHostCode } from "./route-host-code.ts";

export interface EdgeRouterArgs {
  /** Name of the function and of its store. */
  readonly name: string;
}

/**
 * Which host name is whose: a store that each tenant's stack adds its own entry to, and the function that asks it.
 *
 * Both are copied to every edge location of the world. They hold host names and namespaces, and nothing of what tenants
 * store. Costs 0.10 USD per million requests, and 0.03 USD per million lookups.
 */
export class EdgeRouter extends pulumi.ComponentResource {
  readonly hostsArn: pulumi.Output<string>;
  readonly functionArn: pulumi.Output<string>;

  constructor(name: string, args: EdgeRouterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:EdgeRouter", name, {}, opts);
    const parent = { parent: this };
    const hosts = new KeyValueStore(`${name}-hosts`, { name: args.name, comment: "Host name to tenant" }, parent);
    const router = new EdgeFunction(
      name,
      {
        name: args.name,
        comment: "Routes a host name to its tenant and refuses unknown ones",
        runtime: "cloudfront-js-2.0",
        code: routeHostCode,
        keyValueStoreAssociations: [hosts.arn],
        publish: true,
      },
      parent,
    );
    this.hostsArn = hosts.arn;
    this.functionArn = router.arn;
    this.registerOutputs({ hostsArn: this.hostsArn, functionArn: this.functionArn });
  }
}
