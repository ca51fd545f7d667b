import { Command } from "commander";
import { ProblemsError } from "../model/problems.ts";
import { exitCodes } from "./exit-codes.ts";
import { UserError } from "./user-error.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Loaded only when it is called: a command pays for its own imports, not for the others'. */
  readonly load: () => Promise<Command>;
}

const entries: readonly Entry[] = [
  {
    name: "check",
    summary: "check files without touching anything",
    load: async () => (await import("./commands/check.ts")).checkCommand(),
  },
  { name: "new", summary: "write a tenant's file", load: async () => (await import("./commands/new.ts")).newCommand() },
  {
    name: "synth",
    summary: "show what a stack declares, without an engine",
    load: async () => (await import("./commands/synth.ts")).synthCommand(),
  },
  {
    name: "plan",
    summary: "what an edit does to the whole fleet",
    load: async () => (await import("./commands/plan.ts")).planCommand(),
  },
  {
    name: "comment",
    summary: "a plan as the one comment of a pull request",
    load: async () => (await import("./commands/comment.ts")).commentCommand(),
  },
  {
    name: "affected",
    summary: "whom an edit concerns",
    load: async () => (await import("./commands/affected.ts")).affectedCommand(),
  },
  {
    name: "gate",
    summary: "holds a preview of the engine's against the gates",
    load: async () => (await import("./commands/gate.ts")).gateCommand(),
  },
  {
    name: "connect",
    summary: "connect as a tenant",
    load: async () => (await import("./commands/connect.ts")).connectCommand(),
  },
  {
    name: "configure",
    summary: "apply versioned SQL to a cell or tenant",
    load: async () => (await import("./commands/configure.ts")).configureCommand(),
  },
  {
    name: "privileges",
    summary: "the deploying role's least privileges",
    load: async () => (await import("./commands/privileges.ts")).privilegesCommand(),
  },
  {
    name: "controls",
    summary: "what stands behind each control of a tenant",
    load: async () => (await import("./commands/controls.ts")).controlsCommand(),
  },
  {
    name: "models",
    summary: "the inventory of AI models, and who may use which",
    load: async () => (await import("./commands/models.ts")).modelsCommand(),
  },
  {
    name: "explain",
    summary: "why a tenant's setting has its value, and what follows from it",
    load: async () => (await import("./commands/explain.ts")).explainCommand(),
  },
  {
    name: "cost",
    summary: "what tenants cost a month, and what is left of their price",
    load: async () => (await import("./commands/cost.ts")).costCommand(),
  },
  {
    name: "prices",
    summary: "the list prices that costs are estimated with",
    load: async () => (await import("./commands/prices.ts")).pricesCommand(),
  },
  {
    name: "graph",
    summary: "a tenant's resources as a picture",
    load: async () => (await import("./commands/graph.ts")).graphCommand(),
  },
  {
    name: "blast-radius",
    summary: "which tenants share a resource",
    load: async () => (await import("./commands/blast-radius.ts")).blastRadiusCommand(),
  },
  {
    name: "residency",
    summary: "prove that nothing of a tenant is outside its residency",
    load: async () => (await import("./commands/residency.ts")).residencyCommand(),
  },
  {
    name: "sandbox",
    summary: "the embedded cloud on this machine",
    load: async () => (await import("./commands/sandbox.ts")).sandboxCommand(),
  },
  {
    name: "demo",
    summary: "provision the sample tenants in the embedded cloud",
    load: async () => (await import("./commands/demo.ts")).demoCommand(),
  },
];

/** The whole command line, with only the called command's code loaded. */
async function programFor(argv: readonly string[]): Promise<Command> {
  const program = new Command("tenantry")
    .description("One YAML file per tenant in; one provisioned, isolated, destroyable tenant out.")
    .version("0.1.0")
    .showHelpAfterError("(tenantry --help lists the commands)")
    .addHelpText(
      "after",
      "\nExit codes: 0 fine, 1 error, 2 changes (--detailed-exitcode), 3 bad file, 4 gate or policy, 5 budget, 130 interrupted.",
    );
  const called = argv.find((argument) => !argument.startsWith("-"));
  for (const entry of entries) {
    const command = entry.name === called ? await entry.load() : new Command(entry.name);
    program.addCommand(command.summary(entry.summary).showHelpAfterError());
  }
  return program;
}

/** Words a failure for a person; the stack is for a defect of ours only. */
async function explain(error: unknown): Promise<{ readonly text: string; readonly code: number }> {
  if (error instanceof ProblemsError) {
    const { renderProblems } = await import("./report/terminal.ts");
    return { text: renderProblems(error.problems), code: exitCodes.badFile };
  }
  if (error instanceof UserError) {
    return { text: error.message, code: error.exitCode };
  }
  const { isMendable } = await import("./mendable.ts");
  if (isMendable(error)) {
    return { text: error.message, code: exitCodes.error };
  }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), code: exitCodes.error };
}

// Whoever reads the output may have seen enough: `tenantry synth acme-corp | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** No `await` at the top level: the bundle of the command line is a script (`scripts/make-bundle.ts`). */
async function main(): Promise<void> {
  try {
    const program = await programFor(process.argv.slice(2));
    await program.parseAsync();
  } catch (error) {
    const { text, code } = await explain(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}

void main();
