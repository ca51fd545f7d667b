import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { requireRow } from "../../references.ts";
import type { Row } from "../../rows.ts";
import { text } from "../../values.ts";

/** The application that `inputs` name. @throws where there is none */
export function applicationOf(inputs: PropertyMap, account: Account): string {
  const id = text(inputs, "applicationId") ?? "";
  const reason = `Could not find application with id: ${id}`;
  return requireRow(account, "aws:appconfig/application:Application", id, "ResourceNotFoundException", reason).id;
}

/** The environment or profile that `inputs` name in their application. @throws where there is none */
export function partOf(inputs: PropertyMap, account: Account, kind: "environment" | "configurationProfile"): Row {
  const id = text(inputs, `${kind}Id`) ?? "";
  const type =
    kind === "environment"
      ? "aws:appconfig/environment:Environment"
      : "aws:appconfig/configurationProfile:ConfigurationProfile";
  const reason = `Could not find ${kind} with id: ${id}`;
  return requireRow(account, type, `${id}:${applicationOf(inputs, account)}`, "ResourceNotFoundException", reason);
}

/** Refuses a name that another of the same application has. */
export function refuseTakenName(inputs: PropertyMap, rows: readonly Row[], kind: string): void {
  const taken = rows.some(
    (row) => row.inputs["applicationId"] === inputs["applicationId"] && row.inputs["name"] === inputs["name"],
  );
  if (taken) {
    throw new AwsError("ConflictException", `${kind} ${text(inputs, "name") ?? ""} already exists in the application`);
  }
}
