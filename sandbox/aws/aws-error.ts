/** A refusal by the service, with AWS' own error code, e.g. `BucketAlreadyExists`. */
export class AwsError extends Error {
  readonly code: string;

  constructor(code: string, reason: string) {
    super(`api error ${code}: ${reason}`);
    this.name = "AwsError";
    this.code = code;
  }
}
