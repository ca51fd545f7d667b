import { ConfigurationError } from "../automation/configuration/configuration-error.ts";
import { OperationFailedError } from "../automation/operations/operation-failed-error.ts";
import { ComparisonError } from "../fleet/base/comparison-error.ts";
import { PriceBookError } from "../model/price-book.ts";
import { ProgramMissingError, SandboxStartError, SandboxStoppedError } from "../sandbox/index.ts";

const kinds = [
  ComparisonError,
  ConfigurationError,
  OperationFailedError,
  PriceBookError,
  ProgramMissingError,
  SandboxStartError,
  SandboxStoppedError,
];

/** Whether a failure is one that a person can mend: its message says how, and its stack would only hide that. */
export const isMendable = (error: unknown): error is Error => kinds.some((kind) => error instanceof kind);
