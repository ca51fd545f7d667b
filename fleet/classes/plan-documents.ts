import type { Comparison } from "../base/fleet-side.ts";
import { plansOfBothSides } from "../plan/examined-tenants.ts";
import type { PlanFailure } from "../plan/fleet-plan.ts";
import type { WantedStack } from "../plan/synthesised-pairs.ts";
import type { ClassMember, DocumentClass } from "./document-class.ts";
import { documentFeatures, type Features } from "./document-features.ts";
import { planKind, planSignature, unchanged } from "./plan-signature.ts";

/** A class of documents whose plans are known. */
export interface PlannedClass extends DocumentClass {
  readonly features: Features;
  /** Equal for classes whose plans change in the same way. */
  readonly signature: string;
  readonly isPlanChanged: boolean;
}

export interface PlannedClasses {
  readonly planned: readonly PlannedClass[];
  readonly failures: readonly PlanFailure[];
}

/** Classes that are planned at once. */
const batchSize = 200;

/**
 * Plans a tenant of each class on both sides. Where one fails, its class is taken apart and each tenant planned by
 * itself, so that each failure names its own file and nobody fails for another.
 */
export async function planDocuments(
  comparison: Comparison,
  classes: readonly DocumentClass[],
  cellClassOf: (cell: string | undefined) => string,
): Promise<PlannedClasses> {
  const planned: PlannedClass[] = [];
  const failures: PlanFailure[] = [];
  const open = [...classes];
  while (open.length > 0) {
    const batch = open.splice(0, batchSize);
    const { sides, failures: failed } = await plansOfBothSides(comparison, batch.map(wantedOf));
    const texts = await textsOf(comparison, batch);
    for (const one of batch) {
      const { id, cell } = firstOf(one);
      const failure = failed.get(id);
      const plans = sides.get(id) ?? {};
      if (failure === undefined) {
        const signature = planSignature(plans);
        const features = documentFeatures(texts.get(id) ?? "", cellClassOf(cell));
        const isPlanChanged = signature !== unchanged;
        planned.push({ ...one, features, signature: `${planKind(plans)} ${signature}`, isPlanChanged });
      } else {
        failures.push(failure);
        open.push(...one.members.slice(1).map((member) => ({ ...one, members: [member], text: `alone ${member.id}` })));
      }
    }
  }
  return { planned, failures };
}

const firstOf = ({ members }: DocumentClass): ClassMember => {
  const [first] = members;
  if (first === undefined) throw new Error("a class has at least one tenant");
  return first;
};

/** The class' first tenant, as far as it is to be planned. */
const wantedOf = (one: DocumentClass): WantedStack => ({
  stack: firstOf(one).id,
  inBase: one.inBase,
  inHead: one.inHead,
});

async function textsOf({ base, head }: Comparison, classes: readonly DocumentClass[]) {
  const inHead = classes.filter((one) => one.inHead).map((one) => firstOf(one).id);
  const inBase = classes.filter((one) => !one.inHead).map((one) => firstOf(one).id);
  return new Map([...(await base.tenantTexts(inBase)), ...(await head.tenantTexts(inHead))]);
}
