import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";

/** What a declared stream says of where it delivers. */
export interface DeclaredStream {
  readonly destination: { readonly kind: "http"; readonly url: string; readonly isZipped: boolean } | SplunkDestination;
  /** Where in the bucket lies what nobody took. */
  readonly prefix: string;
}

export interface SplunkDestination {
  readonly kind: "splunk";
  readonly url: string;
  readonly endpoint: "raw" | "event";
  /** Whether what log groups send is decompressed, and whether the lines are taken out of it. */
  readonly opens: boolean;
  readonly extracts: boolean;
}

interface Inputs {
  readonly destination: string;
  readonly httpEndpointConfiguration?: {
    readonly url: string;
    readonly requestConfiguration?: { readonly contentEncoding?: string };
    readonly s3Configuration: { readonly prefix: string };
  };
  readonly splunkConfiguration?: {
    readonly hecEndpoint: string;
    readonly hecEndpointType: string;
    readonly processingConfiguration?: { readonly enabled: boolean; readonly processors: readonly { type: string }[] };
    readonly s3Configuration: { readonly prefix: string };
  };
}

/** @throws where the stream delivers neither to an HTTP endpoint nor to Splunk. */
export function declaredDestination({ name, inputs }: SynthesisedResource): DeclaredStream {
  const { httpEndpointConfiguration: http, splunkConfiguration: splunk } = JSON.parse(JSON.stringify(inputs)) as Inputs;
  if (http !== undefined) {
    const isZipped = http.requestConfiguration?.contentEncoding === "GZIP";
    return { destination: { kind: "http", url: http.url, isZipped }, prefix: http.s3Configuration.prefix };
  }
  if (splunk === undefined) throw new Error(`the stream ${name} delivers to nothing that a forwarder knows`);
  const { enabled = false, processors = [] } = splunk.processingConfiguration ?? {};
  const has = (type: string) => enabled && processors.some((processor) => processor.type === type);
  return {
    destination: {
      kind: "splunk",
      url: splunk.hecEndpoint,
      endpoint: splunk.hecEndpointType === "Raw" ? "raw" : "event",
      opens: has("Decompression"),
      extracts: has("CloudWatchLogProcessing"),
    },
    prefix: splunk.s3Configuration.prefix,
  };
}
