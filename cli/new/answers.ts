/** What a person says of a new tenant; the rest is proposed. */
export interface NewTenantAnswers {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly owner: string;
  readonly residency: string;
  readonly industry?: string;
  readonly compliance: readonly string[];
  readonly managedBy: "git" | "api";
  /** Default: proposed. */
  readonly cell?: string;
  /** Account of a cell of the tenant's own, where its tier has one. */
  readonly account?: string;
}

/** `tenantry new`'s flags, as commander hands them on. */
export interface NewTenantFlags {
  readonly name?: string;
  readonly tier?: string;
  readonly owner?: string;
  readonly residency?: string;
  readonly industry?: string;
  readonly compliance?: readonly string[];
  readonly managedBy?: "git" | "api";
  readonly cell?: string;
  readonly account?: string;
  readonly yes?: true;
  readonly json?: true;
}
