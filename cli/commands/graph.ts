import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { dotOf } from "../../fleet/graph/dot.ts";
import { mermaidOf } from "../../fleet/graph/mermaid.ts";
import { svgOf } from "../../fleet/graph/svg.ts";
import { tenantGraph } from "../../fleet/graph/tenant-graph.ts";
import { synthStack } from "../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../fleet/synth/index.ts";
import { printable } from "../../model/printable.ts";
import { kindOf } from "../connect/known-name.ts";
import { inWords } from "../in-words.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `A tenant's resources as a picture: grouped by component, with an arrow from each to what it depends on, and with those
resources of its cell that it names. Computed without a cloud; many resources of one kind are drawn as one.`;

const examples = `
Examples:
  tenantry graph acme-corp --output acme-corp.svg
  tenantry graph acme-corp                          (Mermaid, for Markdown)
  tenantry graph acme-corp --format dot | dot -Tpdf

Exit codes: 0 fine, 1 error, 3 bad file.`;

const formats = { mermaid: mermaidOf, dot: dotOf, svg: svgOf };
type Format = keyof typeof formats;

interface Options {
  readonly format?: Format;
  readonly output?: string;
}

/** `tenantry graph`: what a tenant is made of, as a picture. */
export function graphCommand(): Command {
  return new Command("graph")
    .description(about)
    .argument("<tenant>", "a tenant's id")
    .addOption(
      new Option("--format <form>", "default: as the output's name ends, else mermaid").choices(Object.keys(formats)),
    )
    .option("--output <file>", "default: standard output")
    .addHelpText("after", examples)
    .action(graph);
}

async function graph(tenant: string, { format, output }: Options): Promise<void> {
  const root = fleetFolder();
  kindOf(tenant, root, ["tenant"]);
  const stack = await synthStack(tenant, root).catch(inWords);
  const cell = await synthStack(`cell-${String(stack.outputs["cell"])}`, root).catch(inWords);
  const text = await formats[format ?? formatOf(output)](tenantGraph(stack, cell));
  if (output === undefined) process.stdout.write(text);
  else write(output, text, stack);
}

const formatOf = (output = ""): Format =>
  output.endsWith(".svg") ? "svg" : output.endsWith(".dot") || output.endsWith(".gv") ? "dot" : "mermaid";

function write(output: string, text: string, { resources }: SynthesisedStack): void {
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new UserError(
      `The picture could not be written to ${printable(output)}: ${(error as Error).message}. Name a file in a folder that exists.`,
    );
  }
  process.stderr.write(`${printable(output)}: ${resources.length - 1} resources drawn\n`);
}
