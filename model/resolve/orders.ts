/** Values of a setting that stand in an order, weakest first: more is more protection, more service, more cost. */
export const orders: Readonly<Record<string, readonly string[]>> = {
  "configuration.security.encryption.key_management": ["cell_key", "tenant_key", "cloudhsm"],
  "configuration.compliance.data_classification": ["public", "internal", "confidential", "restricted"],
  "support.level": ["community", "business", "premium", "white-glove"],
};
