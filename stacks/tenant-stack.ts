import type * as pulumi from "@pulumi/pulumi";
import { Tenant } from "../components/tenant.ts";
import type { TenantOutputs } from "../model/outputs.ts";
import type { TenantPlan } from "../model/plan/tenant-plan.ts";
import { cellOutputs } from "./cell-outputs.ts";
import { awsProvider, kubernetesProvider, provisionerProvider } from "./providers.ts";
import { stackRelease } from "./stack-release.ts";
import { tagEverything } from "./transforms.ts";

/** Every output of `TenantOutputs`, as the cloud answers it. */
type TenantResult = { readonly [Name in keyof TenantOutputs]: pulumi.Input<TenantOutputs[Name]> };

/** Declares everything that one tenant owns; the stack is named like the tenant, and needs its cell's two stacks. */
export async function tenantStack(planned: TenantPlan): Promise<TenantResult> {
  const { releasing, retention } = stackRelease(planned.phase);
  const plan: TenantPlan = releasing ? { ...planned, phase: "releasing" } : planned;
  tagEverything(plan.tags);
  const cell = await cellOutputs(plan.cell.id);
  const tenant = new Tenant(plan.tenant.id, { plan, cell, retention }, { providers: providersOf(plan, cell) });
  return resultOf(plan, cell.clusterName, tenant);
}

/** A tenant with a server of its own needs nothing of the cell's, and a provider costs a start. */
function providersOf(plan: TenantPlan, cell: Awaited<ReturnType<typeof cellOutputs>>): pulumi.ProviderResource[] {
  const { active, preparing, retiring } = plan.data;
  const onCell = [active, preparing, retiring].some((data) => data !== undefined && data.isolation !== "database");
  const always = [awsProvider(plan.cell), kubernetesProvider(plan.cell, cell)];
  return onCell ? [...always, provisionerProvider(plan.cell, cell, rightsDatabase(active))] : always;
}

/** A database of the tenant's own goes as a whole, with all rights in it; the others stay when the tenant leaves. */
const rightsDatabase = ({ isolation, databaseName }: TenantPlan["data"]["active"]): string =>
  isolation === "cluster" ? "postgres" : databaseName;

function resultOf(plan: TenantPlan, clusterName: string, { keyArn, bucketName, data }: Tenant): TenantResult {
  return {
    tenantId: plan.tenant.id,
    isolation: plan.tenant.isolation,
    cell: plan.cell.id,
    keyArn,
    bucketName,
    namespace: plan.compute.namespace,
    serviceAccountName: plan.compute.serviceAccountName,
    clusterName,
    databaseHost: data.host,
    databasePort: data.port,
    databaseName: data.databaseName,
    databaseSchema: plan.data.active.schemaName,
    databaseRole: data.roleName,
    hostname: plan.hostname,
    notices: [...plan.notices],
  };
}
