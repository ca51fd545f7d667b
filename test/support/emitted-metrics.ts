/** A data point that a log line in CloudWatch's embedded metric format carries. */
export interface EmittedMetric {
  readonly namespace: string;
  readonly name: string;
  readonly unit: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  readonly atMillis: number;
}

interface EmbeddedMetrics {
  readonly _aws: {
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
    }[];
  };
  readonly [field: string]: unknown;
}

/** The data points of an application's log lines, as CloudWatch takes them out; other lines have none. */
export function emittedMetrics(lines: readonly string[]): readonly EmittedMetric[] {
  return lines
    .map((line) => JSON.parse(line) as Partial<EmbeddedMetrics>)
    .filter((line): line is EmbeddedMetrics => line._aws !== undefined)
    .flatMap(pointsOf);
}

function pointsOf(line: EmbeddedMetrics): readonly EmittedMetric[] {
  const { Timestamp: atMillis, CloudWatchMetrics: directives } = line._aws;
  return directives.flatMap(({ Namespace: namespace, Dimensions: sets, Metrics: metrics }) =>
    sets.flatMap((names) =>
      metrics.map(({ Name: name, Unit: unit }) => ({
        namespace,
        name,
        unit,
        dimensions: Object.fromEntries(names.map((dimension) => [dimension, String(line[dimension])])),
        value: Number(line[name]),
        atMillis,
      })),
    ),
  );
}
