import "../../stacks/sdk-stubs.mjs";
import * as pulumi from "@pulumi/pulumi";
import { ProblemsError } from "../../model/problems.ts";
import type { SentError } from "./program-messages.ts";

/** The failure as this program would have thrown it. */
export function receivedError(sent: SentError): Error {
  switch (sent.kind) {
    case "problems":
      return new ProblemsError(sent.problems);
    case "words":
      return new pulumi.RunError(sent.message);
    case "defect":
      return Object.assign(new Error(sent.message), { name: sent.name, stack: sent.stack });
  }
}

/** One line of what went wrong. */
export const wordsOf = (sent: SentError): string =>
  sent.kind === "problems" ? new ProblemsError(sent.problems).message : (sent.message.split("\n")[0] ?? "");
