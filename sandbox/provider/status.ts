import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statuses from "@pulumi/pulumi/proto/status_pb.js";
import any from "google-protobuf/google/protobuf/any_pb.js";
import { PartialCreateError } from "./partial-create-error.ts";
import { type SecretPlace, toWire } from "./wire-values.ts";

/** What the engine shows of a failure: the message as it was thrown, without a stack trace. */
export type Failure = Pick<ServiceError, "code" | "details"> & { readonly metadata?: Metadata };

/** A method that this framework leaves out; the engine then does without it. */
export function unimplemented(method: string): Failure {
  return { code: status.UNIMPLEMENTED, details: `The sandbox's providers have no ${method}.` };
}

/**
 * Turns a thrown value into a gRPC status. A `PartialCreateError` carries the resource along, secrets wrapped as in the
 * request, so that the engine records it.
 */
export function failureOf(
  thrown: unknown,
  secrets: readonly SecretPlace[] = [],
  secretNames: readonly string[] = [],
): Failure {
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  if (!(thrown instanceof PartialCreateError)) return { code: status.UNKNOWN, details };
  return { code: status.UNKNOWN, details, metadata: partialMetadata(thrown, secrets, secretNames) };
}

// gRPC for Node cannot send structured details, so they go by the header in which other gRPC libraries look for them.
function partialMetadata(
  thrown: PartialCreateError,
  secrets: readonly SecretPlace[],
  secretNames: readonly string[],
): Metadata {
  const detail = new messages.ErrorResourceInitFailed();
  detail.setId(thrown.id);
  detail.setProperties(toWire(thrown.outputs, secrets, secretNames));
  detail.setReasonsList([thrown.message]);
  const packed = new any.Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const answer = new statuses.Status();
  answer.setCode(status.UNKNOWN);
  answer.setMessage(thrown.message);
  answer.addDetails(packed);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  return metadata;
}
