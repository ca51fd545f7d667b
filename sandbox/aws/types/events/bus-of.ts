import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { findRow, type Row } from "../../rows.ts";

/** The bus of every account and Region that AWS' own services put their events on; nobody makes it. */
export const defaultBus = "default";

/** A bus' name, of its name or its ARN. */
export const busName = (reference: string | undefined): string =>
  reference?.replace(/^arn:.*:event-bus\//, "") ?? defaultBus;

/** The bus of a rule; undefined for the default one. @throws where it does not exist. */
export function requireBus(account: Account, reference: string | undefined): Row | undefined {
  const name = busName(reference);
  if (name === defaultBus) return undefined;
  const bus = findRow(account, "aws:cloudwatch/eventBus:EventBus", name);
  if (bus) return bus;
  throw new AwsError("ResourceNotFoundException", `Event bus ${name} does not exist.`);
}
