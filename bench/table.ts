import Table from "cli-table3";
import type { Measurement } from "./measurement.ts";

/** What was measured, for people: each with its target and what explains it. */
export function tableOf(measurements: readonly Measurement[]): string {
  const table = new Table({ head: ["what", "target", "measured", ""], style: { head: [], border: [] } });
  for (const { name, target, measured, unit, verdict, details } of measurements) {
    const explained = Object.entries(details).map(([key, value]) => `  ${key} ${rounded(value)}`);
    table.push([[name, ...explained].join("\n"), `${target} ${unit}`, rounded(measured), verdict]);
  }
  return table.toString();
}

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);
