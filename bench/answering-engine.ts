import { createRequire } from "node:module";
import * as grpc from "@grpc/grpc-js";
import resourceProtocol from "@pulumi/pulumi/proto/resource_pb.js";
import structProtocol from "google-protobuf/google/protobuf/struct_pb.js";
import { RecordingMonitor } from "../fleet/synth/monitor.ts";
import { OutputNames } from "../fleet/synth/output-names.ts";
import type { StackOutputs } from "../fleet/synth/references.ts";

const load = createRequire(import.meta.url);
const emptyProtocol = load("google-protobuf/google/protobuf/empty_pb.js") as { Empty: new () => unknown };
const services = {
  monitor: load("@pulumi/pulumi/proto/resource_grpc_pb.js").ResourceMonitorService as grpc.ServiceDefinition,
  engine: load("@pulumi/pulumi/proto/engine_grpc_pb.js").EngineService as grpc.ServiceDefinition,
};

/** The monitor's plain answer to one call. */
type Plain = Readonly<Record<string, () => unknown>>;
type Call = grpc.handleUnaryCall<Request, unknown>;
/** What is read of a request; the others are handed on as they are. */
type Request = { getMessage?(): string; getSeverity?(): number };
type Properties = { toJavaScript(): Record<string, structProtocol.JavaScriptValue> };

/** An engine that only answers: what a program's launcher talks to, without plugins, state or a cloud. */
export interface AnsweringEngine {
  /** `127.0.0.1:port`, for the launcher's `--monitor` and `--engine`. */
  readonly address: string;
  /** How many resources were registered. */
  registered(): number;
  /** Errors that the program logged. */
  readonly complaints: readonly string[];
  close(): void;
}

/** Starts an engine that answers with synth's predictions, over the wire. */
export async function startAnsweringEngine(stack: string, references: StackOutputs): Promise<AnsweringEngine> {
  const scope = {
    project: "tenantry",
    stack,
    organization: "organization",
    references,
    outputNames: new OutputNames(),
  };
  const monitor = new RecordingMonitor(scope);
  const server = new grpc.Server();
  server.addService(services.monitor, monitorCalls(monitor));
  const complaints: string[] = [];
  server.addService(services.engine, engineCalls(complaints));
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
    error === null ? resolve(port) : reject(error),
  );
  const port = await promise;
  return {
    address: `127.0.0.1:${port}`,
    registered: () => monitor.resources.length,
    complaints,
    close: () => server.forceShutdown(),
  };
}

/** `LogSeverity.ERROR` in pulumi/engine.proto. */
const errorSeverity = 3;

function engineCalls(complaints: string[]): grpc.UntypedServiceImplementation {
  const log: Call = (call, answer) => {
    if (call.request.getSeverity?.() === errorSeverity) complaints.push(call.request.getMessage?.() ?? "");
    answer(null, new emptyProtocol.Empty());
  };
  return { log: untyped(log) };
}

/** The service's own types are those of the wire; which message a call has is the protocol's knowledge. */
const untyped = (call: Call): grpc.UntypedHandleCall => call as unknown as grpc.UntypedHandleCall;

function monitorCalls(monitor: RecordingMonitor): grpc.UntypedServiceImplementation {
  const answered = (method: keyof RecordingMonitor, write: (plain: Plain) => unknown): grpc.UntypedHandleCall =>
    untyped((call, answer) => {
      const handler = monitor[method] as (
        request: unknown,
        answer: (error: Error | null, plain: Plain) => void,
      ) => void;
      handler.call(monitor, call.request, (error, plain) => {
        if (error === null) answer(null, write(plain));
        else answer({ code: grpc.status.UNKNOWN, details: error.message });
      });
    });
  return {
    getDeploymentInfo: answered("getDeploymentInfo", (plain) => {
      const message = new resourceProtocol.DeploymentInfo();
      message.setSupportedfeaturesList(plain["getSupportedfeaturesList"]?.() as never[]);
      return message;
    }),
    registerResource: answered("registerResource", (plain) => {
      const message = new resourceProtocol.RegisterResourceResponse();
      message.setUrn(plain["getUrn"]?.() as string);
      message.setId(plain["getId"]?.() as string);
      const object = plain["getObject"]?.() as Properties | undefined;
      if (object !== undefined) message.setObject(structOf(object));
      return message;
    }),
    readResource: answered("readResource", (plain) => {
      const message = new resourceProtocol.ReadResourceResponse();
      message.setUrn(plain["getUrn"]?.() as string);
      message.setProperties(structOf(plain["getProperties"]?.() as Properties));
      return message;
    }),
    registerResourceOutputs: answered("registerResourceOutputs", () => new emptyProtocol.Empty()),
    signalAndWaitForShutdown: answered("signalAndWaitForShutdown", () => new emptyProtocol.Empty()),
  };
}

const structOf = (properties: Properties): structProtocol.Struct =>
  structProtocol.Struct.fromJavaScript(properties.toJavaScript());
