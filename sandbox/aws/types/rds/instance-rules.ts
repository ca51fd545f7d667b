import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { outside, when } from "../../define-type.ts";
import { number, text } from "../../values.ts";
import { checkMaster, type MasterInputs } from "./master.ts";
import { checkIdentifier } from "./server.ts";

export const masterInputs: MasterInputs = { username: "username", password: "password" };
const storageTypes = ["standard", "gp2", "gp3", "io1", "io2"];
/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const monitoringIntervals = [0, 1, 5, 10, 15, 30, 60];

/** Value rules of an instance. */
export function checkInstance(inputs: PropertyMap): readonly CheckFailure[] {
  const days = number(inputs, "backupRetentionPeriod");
  const instanceClass = text(inputs, "instanceClass") ?? "db.t4g.micro";
  return [
    ...checkIdentifier(inputs, "identifier"),
    ...checkMaster(inputs, masterInputs),
    ...checkStorage(inputs),
    ...checkMonitoring(inputs),
    ...when(
      [
        outside(days, 0, 35),
        "backupRetentionPeriod",
        `expected backupRetentionPeriod to be in the range (0 - 35), got ${days ?? ""}`,
      ],
      [
        !/^db\.[a-z0-9-]+\.[a-z0-9]+$/.test(instanceClass),
        "instanceClass",
        `api error InvalidParameterValue: Invalid DB Instance class: ${instanceClass}`,
      ],
    ),
  ];
}

function checkStorage(inputs: PropertyMap): readonly CheckFailure[] {
  const type = text(inputs, "storageType") ?? "gp2";
  const size = number(inputs, "allocatedStorage");
  const most = number(inputs, "maxAllocatedStorage") || undefined;
  const rule = `Invalid storage size for engine name postgres and storage type ${type}`;
  return when(
    [
      !storageTypes.includes(type),
      "storageType",
      `api error InvalidParameterValue: Invalid storage type: ${type}. Allowed are ${storageTypes.join(", ")}`,
    ],
    [
      outside(size, 20, 65_536),
      "allocatedStorage",
      `api error InvalidParameterValue: ${rule}: ${size ?? ""}; allowed are 20 to 65536 GiB`,
    ],
    [
      outside(most, size ?? 20, 65_536),
      "maxAllocatedStorage",
      `api error InvalidParameterCombination: Max storage size ${most ?? ""} must be greater than storage size ${size ?? ""} and at most 65536`,
    ],
  );
}

function checkMonitoring(inputs: PropertyMap): readonly CheckFailure[] {
  const interval = number(inputs, "monitoringInterval") ?? 0;
  return when(
    [
      !monitoringIntervals.includes(interval),
      "monitoringInterval",
      `expected monitoringInterval to be one of [${monitoringIntervals.join(" ")}], got ${interval}`,
    ],
    [
      interval > 0 && inputs["monitoringRoleArn"] === undefined,
      "monitoringRoleArn",
      "api error InvalidParameterCombination: A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.",
    ],
  );
}
