import type { handleUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { parseConfiguration } from "./configuration.ts";
import { diffResponse } from "./diff-response.ts";
import type { ConfiguredProvider, PropertyMap, ProviderPackage, ResourceType } from "./provider.ts";
import { check, create, diff, OperationError, read, remove, update } from "./resource-operations.ts";
import { failureOf, unimplemented } from "./status.ts";
import { changedPaths } from "./structural-diff.ts";
import { fromWire, toWire, unwrapMap } from "./wire-values.ts";

/** The gRPC methods of one provider process, and what ends it. */
export interface ProviderService {
  readonly methods: IResourceProviderServer;
  /** Closes what was configured. */
  close(): Promise<void>;
}

/** Answers the engine for one package: one service is one provider configuration. */
export function providerService(pkg: ProviderPackage): ProviderService {
  let configured: Promise<ConfiguredProvider> | undefined;
  const provider = (): Promise<ConfiguredProvider> => {
    if (!configured) throw new Error(`The ${pkg.name} provider was asked for a resource before it was configured.`);
    return configured;
  };
  const onType = <Request, Response>(
    run: (find: (token: string) => ResourceType, request: Request) => Promise<Response>,
  ) =>
    unary<Request, Response>(async (request) => {
      const current = await provider();
      return run((token) => current.resourceType(token) ?? refuseUnknown(pkg, "resource type", token), request);
    });
  const configure = async (request: messages.ConfigureRequest): Promise<messages.ConfigureResponse> => {
    configured = pkg.configure(configurationOf(pkg, fromWire(request.getArgs()).values));
    await configured;
    const response = new messages.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return response;
  };
  const methods: IResourceProviderServer = {
    ...absentMethods(),
    ...processMethods(pkg),
    configure: unary(configure),
    invoke: unary(async (request: messages.InvokeRequest) => invoke(pkg, await provider(), request)),
    check: onType(check),
    diff: onType(diff),
    create: onType(create),
    read: onType(read),
    update: onType(update),
    delete: onType(remove),
  };
  const close = async (): Promise<void> => {
    // A configuration that failed has told the engine so, and left nothing to close.
    const current = await configured?.catch(() => undefined);
    await current?.close?.();
  };
  return { methods, close };
}

function refuseUnknown(pkg: ProviderPackage, what: string, token: string): never {
  throw new Error(
    `The sandbox does not know the ${what} ${token} of the package ${pkg.name}. Add it in ${pkg.typesFolder}.`,
  );
}

function configurationOf(pkg: ProviderPackage, args: PropertyMap): PropertyMap {
  return unwrapMap(parseConfiguration(args, pkg.textConfiguration)).values;
}

async function invoke(
  pkg: ProviderPackage,
  provider: ConfiguredProvider,
  request: messages.InvokeRequest,
): Promise<messages.InvokeResponse> {
  const token = request.getTok();
  const run = provider.invoke(token) ?? refuseUnknown(pkg, "function", token);
  const args = fromWire(request.getArgs());
  const response = new messages.InvokeResponse();
  response.setReturn(toWire(await run(args.values), args.secrets));
  return response;
}

function processMethods(
  pkg: ProviderPackage,
): Pick<IResourceProviderServer, "handshake" | "checkConfig" | "diffConfig" | "cancel" | "getPluginInfo" | "attach"> {
  return {
    handshake: unary(async () => {
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      return response;
    }),
    checkConfig: unary(async (request: messages.CheckRequest) => checkConfiguration(pkg, request)),
    diffConfig: unary(async (request: messages.DiffRequest) => {
      // What the provider is connected to may move; its resources stay.
      const olds = fromWire(request.getOldInputs() ?? request.getOlds()).values;
      const news = fromWire(request.getNews()).values;
      return diffResponse({ changed: changedPaths(olds, news), replaces: [] }, olds, news);
    }),
    cancel: unary(async () => new empty.Empty()),
    attach: unary(async () => new empty.Empty()),
    getPluginInfo: unary(async () => {
      const info = new plugin.PluginInfo();
      info.setVersion(pkg.version);
      return info;
    }),
  };
}

function checkConfiguration(pkg: ProviderPackage, request: messages.CheckRequest): messages.CheckResponse {
  const response = new messages.CheckResponse();
  response.setInputs(request.getNews());
  const failures = pkg.checkConfig?.(configurationOf(pkg, fromWire(request.getNews()).values)) ?? [];
  for (const { property, reason } of failures) {
    const failure = new messages.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    response.addFailures(failure);
  }
  return response;
}

function absentMethods(): Pick<
  IResourceProviderServer,
  "parameterize" | "getSchema" | "call" | "list" | "construct" | "getMapping" | "getMappings"
> {
  const absent =
    (method: string): handleUnaryCall<unknown, never> =>
    (_call, callback) =>
      callback(unimplemented(method));
  return {
    parameterize: absent("Parameterize"),
    getSchema: absent("GetSchema"),
    call: absent("Call"),
    list: (call) => call.destroy(Object.assign(new Error("no List"), unimplemented("List"))),
    construct: absent("Construct"),
    getMapping: absent("GetMapping"),
    getMappings: absent("GetMappings"),
  };
}

/** Answers with what `run` gives; a thrown error becomes the status that the engine shows. */
function unary<Request, Response>(run: (request: Request) => Promise<Response>): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    answer(run(call.request), callback);
  };
}

function answer<Response>(result: Promise<Response>, callback: sendUnaryData<Response>): void {
  result.then(
    (response) => callback(null, response),
    (thrown: unknown) =>
      callback(
        thrown instanceof OperationError
          ? failureOf(thrown.cause, thrown.secrets, thrown.secretNames)
          : failureOf(thrown),
      ),
  );
}
