/** On every namespace of a tenant; the guard rails select by it. Its value is the tenant's id. */
export const tenantLabel = "tenantry.io/tenant";
/** On namespaces whose pods must run on the tenant's own nodes. */
export const dedicatedNodesLabel = "tenantry.io/dedicated-nodes";
/** The only host name that Ingresses of the namespace may claim. */
export const hostnameAnnotation = "tenantry.io/hostname";
