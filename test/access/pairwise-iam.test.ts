import { deepEqual, equal, ok } from "node:assert/strict";
import { synthFleet } from "../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";
import { FleetFolder } from "../support/fleet-folder.ts";
import { attemptsOn, isAllowed } from "../support/iam/evaluate.ts";
import { listed } from "../support/iam/policy.ts";
import { type IamSession, sessionsOf } from "../support/iam/session.ts";
import { type IamTarget, targetsOf } from "../support/iam/targets.ts";

/** Tenants beside the sample ones: ids and uids that begin alike, as neighbours in one cell. */
const generated = [
  { from: "acme-corp", id: "acme", uid: "t7k3m9qe" },
  { from: "acme-corp", id: "acme-2", uid: "t7k3m9q2" },
  { from: "blue-kite", id: "acme-corp-2", uid: "t7k3m9qa" },
  { from: "northwind-freight", id: "northwind", uid: "n5r8c3va" },
] as const;
const samples = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];
const tenants = [...samples, ...generated.map(({ id }) => id)];
const cells = ["cell-us-1", "cell-umbra-1"];

/** What the application does with what is its tenant's: an action, and which resources of the tenant it is done to. */
const needs: readonly {
  readonly action: string;
  readonly on: RegExp;
}[] = [
  { action: "s3:ListBucket", on: /^arn:aws:s3:::[^/]+-data$/ },
  { action: "s3:GetObject", on: /^arn:aws:s3:::[^/]+-data\/.+$/ },
  { action: "s3:PutObject", on: /^arn:aws:s3:::[^/]+-data\/.+$/ },
  { action: "s3:DeleteObject", on: /^arn:aws:s3:::[^/]+-data\/.+$/ },
  { action: "logs:PutLogEvents", on: /:log-group:.*\/application:log-stream:pod$/ },
  { action: "logs:CreateLogStream", on: /:log-group:.*\/application:log-stream:pod$/ },
  { action: "secretsmanager:GetSecretValue", on: /:secret:/ },
];

/**
 * A context is sealed into what KMS encrypts: under its own secret's ARN a role gets back nothing but its own secret,
 * whichever key the statement reaches.
 */
const isOfOwnSecret = (session: IamSession, action: string, context: Readonly<Record<string, string | string[]>>) =>
  action === "kms:Decrypt" &&
  context["kms:ViaService"] === `secretsmanager.${session.region}.amazonaws.com` &&
  String(context["kms:EncryptionContext:SecretARN"]).includes(`/${tenantNamespace(session)}/`);
const tenantNamespace = ({ tags }: IamSession) => tags["kubernetes-namespace"] ?? "no namespace";

describe("IAM between tenants", () => {
  let folder: FleetFolder;
  let stacks: SynthesisedStack[];
  let sessions: readonly IamSession[];
  let targets: readonly IamTarget[];

  before(async function () {
    this.timeout(120_000);
    folder = new FleetFolder();
    for (const { from, id, uid } of generated) folder.copyTenant(from, id, uid);
    stacks = [];
    for await (const synthesis of synthFleet([...cells, ...tenants], folder.root)) {
      if (synthesis.kind === "failed") throw synthesis.error;
      stacks.push(synthesis.stack);
    }
    sessions = sessionsOf(stacks, tenants);
    targets = targetsOf(stacks, tenants);
  });
  after(() => folder.remove());

  /** Each need of each tenant's workload, on each resource of its own tenant that it is about. */
  const ownNeeds = () =>
    sessions
      .filter(({ isWorkload }) => isWorkload)
      .flatMap((session) =>
        needs.flatMap(({ action, on }) => {
          const own = targets.filter(({ tenant, arn }) => tenant === session.tenant && on.test(arn));
          ok(own.length > 0 || action.startsWith("secretsmanager:"), `${session.tenant} has nothing for ${action}`);
          return own.map((target) => ({ session, action, target }));
        }),
      );

  it("R-SEC-4 names every action in full, since the evaluator takes no wildcard for an action", () => {
    const wild = sessions.flatMap(({ identityPolicies }) =>
      identityPolicies.flatMap(({ policy }) => policy.Statement.flatMap(({ Action }) => listed(Action))),
    );
    deepEqual([...new Set(wild.filter((action) => action.includes("*")))], []);
  });

  /** All that each role could try on each resource of another tenant. */
  const attempts = () =>
    sessions.flatMap((session) =>
      targets.filter(({ tenant }) => tenant !== session.tenant).flatMap((target) => attemptsOn(session, target)),
    );

  it("R-ISO-6 looks at a session of every tenant and at resources of every tenant", () => {
    for (const tenant of tenants) {
      equal(sessions.filter((session) => session.tenant === tenant && session.isWorkload).length, 1, tenant);
      ok(targets.filter((target) => target.tenant === tenant).length > 5, tenant);
    }
    ok(sessions.some(({ tags }) => tags["kubernetes-namespace"] === "tenant-t7k3m9qe"));
    ok(targets.some(({ resourcePolicy }) => resourcePolicy !== undefined));
  });

  it("R-ISO-6 R-SEC-4 lets each tenant's workload do all that its own tenant needs", async function () {
    this.timeout(120_000);
    const refused: string[] = [];
    for (const { session, action, target } of ownNeeds()) {
      if ((await isAllowed(session, action, target)) !== true)
        refused.push(`${session.tenant} ${action} ${target.arn}`);
    }
    deepEqual(refused, []);
  });

  it("R-ISO-6 R-SEC-4 lets no role of a tenant do anything to a resource of another, whatever it says of its request", async function () {
    this.timeout(600_000);
    const allowed: string[] = [];
    let evaluated = 0;
    for (const { session, action, target, context } of attempts()) {
      evaluated += 1;
      if (!isOfOwnSecret(session, action, context) && (await isAllowed(session, action, target, context)))
        allowed.push(
          `${session.tenant} (${session.roleArn.split("/").at(-1)}) ${action} ${target.arn} ${JSON.stringify(context)}`,
        );
    }
    ok(evaluated > 500, String(evaluated));
    deepEqual([...new Set(allowed)], []);
  });

  it("R-ISO-6 sees a policy that reaches too far: without the tag's variable, a session reaches its neighbours", async () => {
    const [session] = sessions.filter(({ tenant }) => tenant === "acme");
    ok(session);
    const widened = {
      ...session,
      identityPolicies: JSON.parse(
        JSON.stringify(session.identityPolicies).replaceAll(
          "$" + "{aws:PrincipalTag/kubernetes-namespace}",
          "tenant-t7k3m9q*",
        ),
      ) as IamSession["identityPolicies"],
    };
    const neighbour = targets.find(({ tenant, arn }) => tenant === "acme-corp" && /-data\/records/.test(arn));
    ok(neighbour);
    deepEqual(
      [await isAllowed(session, "s3:GetObject", neighbour), await isAllowed(widened, "s3:GetObject", neighbour)],
      [false, true],
    );
  });
});
