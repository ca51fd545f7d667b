/** One series of one metric. */
export interface Series {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface Sample {
  readonly atMillis: number;
  readonly value: number;
  /** How often the value was measured. */
  readonly times: number;
}

const keyOf = (dimensions: Readonly<Record<string, string>>) =>
  Object.entries(dimensions)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join();

/** Data points as CloudWatch keeps them: by namespace, name and the exact set of dimensions. */
export class MetricStore {
  readonly #series = new Map<string, { readonly series: Series; readonly samples: Sample[] }>();

  put(series: Series, atMillis: number, value: number, times = 1): void {
    const key = `${series.namespace} ${series.name} ${keyOf(series.dimensions)}`;
    const found = this.#series.get(key) ?? { series, samples: [] };
    found.samples.push({ atMillis, value, times });
    this.#series.set(key, found);
  }

  /** Every series of a metric that has exactly these dimensions. */
  withDimensions(namespace: string, name: string, dimensions: readonly string[]): readonly Series[] {
    return [...this.#series.values()]
      .map(({ series }) => series)
      .filter(
        (series) =>
          series.namespace === namespace &&
          series.name === name &&
          Object.keys(series.dimensions).toSorted().join() === dimensions.toSorted().join(),
      );
  }

  /** One value for each of the last `count` periods that end at `endMillis`, oldest first; undefined where nothing was measured. */
  read(
    { namespace, name, dimensions }: Series,
    statistic: string,
    {
      periodSeconds,
      count,
      endMillis,
    }: { readonly periodSeconds: number; readonly count: number; readonly endMillis: number },
  ): readonly (number | undefined)[] {
    const samples = this.#series.get(`${namespace} ${name} ${keyOf(dimensions)}`)?.samples ?? [];
    const periodMillis = periodSeconds * 1000;
    return Array.from({ length: count }, (_, index) => {
      const from = endMillis - (count - index) * periodMillis;
      return fold(
        samples.filter(({ atMillis }) => atMillis >= from && atMillis < from + periodMillis),
        statistic,
      );
    });
  }
}

function fold(samples: readonly Sample[], statistic: string): number | undefined {
  if (samples.length === 0) return undefined;
  const values = samples.map(({ value }) => value);
  const count = samples.reduce((sum, { times }) => sum + times, 0);
  const sum = samples.reduce((total, { value, times }) => total + value * times, 0);
  switch (statistic) {
    case "Sum":
      return sum;
    case "SampleCount":
      return count;
    case "Average":
      return sum / count;
    case "Minimum":
      return Math.min(...values);
    case "Maximum":
      return Math.max(...values);
    default:
      return percentile(samples, count, statistic);
  }
}

function percentile(samples: readonly Sample[], count: number, statistic: string): number {
  const share = /^p(\d+(?:\.\d+)?)$/.exec(statistic)?.[1];
  if (share === undefined) throw new RangeError(`the evaluator does not know the statistic ${statistic}`);
  let before = 0;
  const ordered = samples.toSorted((one, other) => one.value - other.value);
  const found = ordered.find(({ times }) => {
    before += times;
    return before >= (Number(share) / 100) * count;
  });
  return found?.value ?? Number.NaN;
}
