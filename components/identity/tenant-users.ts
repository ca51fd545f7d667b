import type * as pulumi from "@pulumi/pulumi";

/** Where a tenant's users sign in, as its application is told. */
export interface TenantUsers {
  readonly poolId: pulumi.Output<string>;
  readonly clientId: pulumi.Output<string>;
}
