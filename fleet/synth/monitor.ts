import resourceProtocol, {
  type ReadResourceRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb.js";
import { type Cloud, cloudOf } from "./cloud.ts";
import { invoke } from "./invokes.ts";
import { optionsOf, providerUrn } from "./options.ts";
import type { OutputNames } from "./output-names.ts";
import { predict } from "./predictions/index.ts";
import { readStackReference, type StackOutputs } from "./references.ts";
import { readSecrets, SecretValue, writeSecrets } from "./secret-value.ts";
import type { Prediction, SynthesisedOptions, SynthesisedResource } from "./synthesised-stack.ts";
import { stackType, urnOf } from "./urn.ts";

type Answer<Response> = (error: Error | null, response?: Response) => void;
type Properties = Readonly<Record<string, unknown>>;

const features = resourceProtocol.ResourceMonitorFeature;

/** What the engine supports and the program may use; transforms are left out, since they need a server of their own. */
const supportedFeatures = [
  features.RESOURCE_MONITOR_FEATURE_SECRETS,
  features.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
  features.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES,
  features.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
  features.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
  features.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
  features.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
];

/** Which stack a monitor stands for. */
export interface MonitorScope {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly references: StackOutputs;
  readonly outputNames: OutputNames;
}

/** Stands in for the engine's resource monitor: records what is registered and answers with predictions. */
export class RecordingMonitor {
  readonly #scope: MonitorScope;
  readonly #resources = new Map<string, SynthesisedResource>();
  readonly predicted: Prediction[] = [];
  outputs: Properties = {};

  constructor(scope: MonitorScope) {
    this.#scope = scope;
  }

  get resources(): readonly SynthesisedResource[] {
    return [...this.#resources.values()];
  }

  getDeploymentInfo(_request: unknown, answer: Answer<unknown>): void {
    answer(null, { getSupportedfeaturesList: () => supportedFeatures });
  }

  registerResource(request: RegisterResourceRequest, answer: Answer<unknown>): void {
    settle(answer, () => {
      const wire = request.getObject()?.toJavaScript() ?? {};
      const inputs = readSecrets(wire) as Properties;
      const urn = this.#record(request, inputs, optionsOf(request, this.#resources.get(request.getParent())?.options));
      const made = request.getCustom() ? this.#create(request, urn, inputs) : undefined;
      const object = made && message({ ...wire, ...made.outputs });
      return {
        getUrn: () => urn,
        getId: () => made?.id ?? "",
        getObject: () => object,
        getPropertydependenciesMap: () => undefined,
        getResult: () => resourceProtocol.Result.SUCCESS,
        getUnknown: () => false,
      };
    });
  }

  registerResourceOutputs(request: RegisterResourceOutputsRequest, answer: Answer<unknown>): void {
    settle(answer, () => {
      if (this.#resources.get(request.getUrn())?.type === stackType) {
        this.outputs = readSecrets(request.getOutputs()?.toJavaScript() ?? {}) as Properties;
      }
      return {};
    });
  }

  readResource(request: ReadResourceRequest, answer: Answer<unknown>): void {
    const type = request.getType();
    if (type !== "pulumi:pulumi:StackReference") {
      answer(
        new Error(
          `reading an existing ${type} needs the cloud; offline only stack references can be read: pass the value in, or publish it as an output of the cell's stack`,
        ),
      );
      return;
    }
    readStackReference(request.getId(), this.#scope).then(
      (state) =>
        settle(answer, () => {
          const urn = this.#record(
            request,
            readSecrets(request.getProperties()?.toJavaScript() ?? {}) as Properties,
            {},
          );
          const properties = message(writeSecrets(state) as Properties);
          return { getUrn: () => urn, getProperties: () => properties };
        }),
      (error: Error) => answer(refusal(error)),
    );
  }

  invoke(request: ResourceInvokeRequest, answer: Answer<unknown>): void {
    settle(answer, () => {
      const args = readSecrets(request.getArgs()?.toJavaScript() ?? {}) as Properties;
      const result = message(
        writeSecrets(invoke(request.getTok(), args, this.#cloud(request.getProvider()))) as Properties,
      );
      return { getReturn: () => result, getFailuresList: () => [] };
    });
  }

  call(request: { getTok(): string }, answer: Answer<unknown>): void {
    answer(refusal(new Error(`the method ${request.getTok()} needs the cloud and has no offline answer`)));
  }

  registerPackage(_request: unknown, answer: Answer<unknown>): void {
    answer(null, { getRef: () => "" });
  }

  signalAndWaitForShutdown(_request: unknown, answer: Answer<unknown>): void {
    answer(null, {});
  }

  #record(
    request: RegisterResourceRequest | ReadResourceRequest,
    inputs: Properties,
    options: SynthesisedOptions,
  ): string {
    const parent = request.getParent();
    const type = request.getType();
    const name = request.getName();
    const urn = urnOf({ stack: this.#scope.stack, project: this.#scope.project, parent, type, name });
    if (this.#resources.has(urn)) {
      throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    }
    this.#resources.set(urn, { urn, type, name, ...(parent === "" ? {} : { parent }), inputs, options });
    return urn;
  }

  /** What the cloud would make beside the inputs, in the wire's form, secret where the program says so. */
  #create(
    request: RegisterResourceRequest,
    urn: string,
    inputs: Properties,
  ): { readonly id: string; readonly outputs: Properties } {
    const type = request.getType();
    const cloud = this.#cloud(request.getProvider());
    // A resource may name another Region than its provider's.
    const region = typeof inputs["region"] === "string" ? inputs["region"] : cloud.region;
    const context = { urn, type, name: request.getName(), inputs, ...cloud, region };
    const { id, outputs } = predict(context, this.#scope.outputNames.of(type));
    this.predicted.push({ urn, property: "id", value: id });
    const secret = request.getAdditionalsecretoutputsList();
    const wire: Record<string, unknown> = {};
    for (const [property, plain] of Object.entries(outputs)) {
      const value = secret.includes(property) ? new SecretValue(plain) : plain;
      wire[property] = writeSecrets(value);
      this.predicted.push({ urn, property, value });
    }
    return { id, outputs: wire };
  }

  #cloud(providerReference: string): Cloud {
    return cloudOf(this.#resources.get(providerUrn(providerReference))?.inputs);
  }
}

function settle(answer: Answer<unknown>, respond: () => unknown): void {
  let response: unknown;
  try {
    response = respond();
  } catch (error) {
    answer(refusal(error as Error));
    return;
  }
  answer(null, response);
}

/** gRPC's errors have `details`, which the SDK shows in place of the message where a function is called. */
function refusal(error: Error): Error {
  return Object.assign(error, { details: error.message });
}

/** All that the SDK asks of a message's properties. */
const message = (properties: Properties): { toJavaScript(): Properties } => ({ toJavaScript: () => properties });
