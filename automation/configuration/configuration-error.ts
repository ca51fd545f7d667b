/** What can stand in the way of a configuration step; each names what to do in its message. */
export type ConfigurationErrorCode =
  | "CONFIGURATION_CREDENTIALS_UNAVAILABLE"
  | "CONFIGURATION_DATABASE_UNREACHABLE"
  | "CONFIGURATION_LOCKED"
  | "CONFIGURATION_LOGIN_REFUSED"
  | "CONFIGURATION_RECORD_FOREIGN"
  | "CONFIGURATION_ROLE_DENIED"
  | "CONFIGURATION_SQL_FAILED"
  | "CONFIGURATION_SQL_WARNING"
  | "MIGRATION_APPLIED_CHANGED"
  | "MIGRATION_APPLIED_MISSING"
  | "MIGRATION_FILE_NAME"
  | "MIGRATION_FOLDER_EMPTY"
  | "MIGRATION_NUMBER_GAP"
  | "MIGRATION_TRANSACTION_CONTROL"
  | "MIGRATION_VARIABLE_UNKNOWN";

/** A configuration step that did not happen, worded for the person who asked for it. Holds no secret. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly code: ConfigurationErrorCode;

  constructor(code: ConfigurationErrorCode, message: string, options?: ErrorOptions) {
    super(`${code} ${message}`, options);
    this.code = code;
  }
}
