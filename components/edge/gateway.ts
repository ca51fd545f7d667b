/** Namespace of the cluster's gateway, which takes requests from the load balancer and hands them to tenants' services. */
export const gatewayNamespace = "gateway";
/** Where the gateway answers with TLS. */
export const gatewayPort = 8443;
