/** What a template's variables stand for; a variable that does not apply to the tenant is undefined. */
export type TemplateVariables = Readonly<Record<string, string | undefined>>;

export interface TemplateTenant {
  readonly id: string;
  readonly name: string;
  readonly residency: string;
  /** ISO 8601: the tenant's recorded creation, which is the clock of its template, so that rendering again gives the same bytes. */
  readonly created: string;
  readonly trialDays: number;
  /** 0: there is no subscription that ends. */
  readonly subscriptionMonths: number;
}

/** Every variable that a tier's template may use. A trial and a subscription both begin with the tenant's creation. */
export function templateVariables(tenant: TemplateTenant): TemplateVariables {
  const created = new Date(tenant.created);
  return {
    tenant_id: tenant.id,
    tenant_name: tenant.name,
    data_residency_region: tenant.residency,
    "current_timestamp()": instant(created),
    "trial_expiry_date()": tenant.trialDays > 0 ? instant(addDays(created, tenant.trialDays)) : undefined,
    "subscription_end_date()":
      tenant.subscriptionMonths > 0 ? instant(addMonths(created, tenant.subscriptionMonths)) : undefined,
  };
}

const instant = (date: Date) => date.toISOString().replace(/\.\d{3}Z$/, "Z");

const millisecondsOfDay = 24 * 60 * 60 * 1000;

const addDays = (date: Date, days: number) => new Date(date.getTime() + days * millisecondsOfDay);

/** The same day of a later month, or that month's last day where it is shorter. */
function addMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== date.getUTCDate()) {
    moved.setUTCDate(0);
  }
  return moved;
}
