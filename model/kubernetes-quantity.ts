const cpuForm = /^(\d+(?:\.\d{1,3})?)(m?)$/;
const memoryForm = /^(\d+)(Ki|Mi|Gi|Ti|k|M|G|T)?$/;
const bytesOf: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/**
 * Reads CPU in Kubernetes' notation (`2`, `0.5`, `500m`) as thousandths of a core.
 *
 * @throws RangeError where it is not such a quantity, or finer than a thousandth.
 */
export function millicores(cpu: string): number {
  const [, amount, milli] = cpuForm.exec(cpu) ?? [];
  if (amount === undefined || (milli === "m" && amount.includes("."))) {
    throw new RangeError(`"${cpu}" is not an amount of CPU; write cores (2, 0.5) or thousandths (500m)`);
  }
  return Math.round(Number(amount) * (milli === "m" ? 1 : 1000));
}

/**
 * Reads memory or storage in Kubernetes' notation (`512Mi`, `1G`) as bytes.
 *
 * @throws RangeError where it is not such a quantity.
 */
export function memoryBytes(memory: string): number {
  const [, amount, unit] = memoryForm.exec(memory) ?? [];
  if (amount === undefined) {
    throw new RangeError(`"${memory}" is not an amount of memory; write bytes, or Ki, Mi, Gi, Ti, k, M, G, T after it`);
  }
  return Number(amount) * (unit === undefined ? 1 : (bytesOf[unit] ?? 1));
}

/** Thousandths of a core, as an API server gives them back: whole cores without a suffix. */
export const formatMillicores = (milli: number): string => (milli % 1000 === 0 ? `${milli / 1000}` : `${milli}m`);

/** Bytes, as an API server gives them back: in the largest binary unit that divides them. */
export function formatMemoryBytes(bytes: number): string {
  const unit = ["Ti", "Gi", "Mi", "Ki"].find((name) => bytes % (bytesOf[name] ?? 1) === 0 && bytes > 0);
  return unit ? `${bytes / (bytesOf[unit] ?? 1)}${unit}` : `${bytes}`;
}
