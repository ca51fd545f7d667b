import { Server, ServerCredentials } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { ProviderPackage } from "./provider.ts";
import { providerService } from "./service.ts";

/** A provider that the engine can reach. */
export interface ServedPackage {
  /** On 127.0.0.1; what a plugin prints as its first line. */
  readonly port: number;
  /** Ends running requests and closes what was configured. Idempotent. */
  close(): Promise<void>;
}

// States of large stacks pass the default of 4 MB.
const unlimited = -1;

/**
 * Serves a package to the engine by gRPC, `pulumirpc.ResourceProvider`, on a free port of 127.0.0.1. One call is one
 * provider configuration, as one plugin process is. Writes nothing to stdout or stderr, since requests hold secrets.
 *
 * @throws where no port can be opened.
 */
export async function servePackage(pkg: ProviderPackage): Promise<ServedPackage> {
  const service = providerService(pkg);
  const server = new Server({
    "grpc.max_receive_message_length": unlimited,
    "grpc.max_send_message_length": unlimited,
  });
  server.addService(services.ResourceProviderService, service.methods);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= Promise.resolve().then(() => {
      server.forceShutdown();
      return service.close();
    });
    return closing;
  };
  return { port, close };
}
