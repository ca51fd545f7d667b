import { deepEqual, equal, ok } from "node:assert/strict";
import { synthFleet } from "../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";
import { isAllowed } from "../support/iam/evaluate.ts";
import { listed, type Statement } from "../support/iam/policy.ts";
import { type IamSession, sessionsOf } from "../support/iam/session.ts";
import { type IamTarget, targetsOf } from "../support/iam/targets.ts";

const tenants = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];
const cells = ["cell-us-1", "cell-umbra-1"];
type Context = Readonly<Record<string, string>>;

describe("what a workload needs beside its bucket, logs and secrets", () => {
  let sessions: ReadonlyMap<string, IamSession>;
  let targets: readonly IamTarget[];
  let stacks: SynthesisedStack[];

  before(async function () {
    this.timeout(120_000);
    stacks = [];
    for await (const synthesis of synthFleet([...cells, ...tenants], process.cwd())) {
      if (synthesis.kind === "failed") throw synthesis.error;
      stacks.push(synthesis.stack);
    }
    const workloads = sessionsOf(stacks, tenants).filter(({ isWorkload }) => isWorkload);
    sessions = new Map(workloads.map((session) => [session.tenant, session]));
    targets = targetsOf(stacks, [...cells, ...tenants]);
  });

  const of = (tenant: string): IamSession => {
    const session = sessions.get(tenant);
    ok(session, tenant);
    return session;
  };
  const namespaceOf = (tenant: string) => of(tenant).tags["kubernetes-namespace"] ?? "";
  const found = (tenant: string, pattern: RegExp) =>
    targets.filter((target) => target.tenant === tenant && pattern.test(target.arn));
  const statements = (tenant: string) => of(tenant).identityPolicies.flatMap(({ policy }) => policy.Statement);
  /** ARNs that a tenant's statements on an action name, its own namespace in place of the session's tag. */
  const named = (tenant: string, action: string): readonly string[] =>
    statements(tenant)
      .filter((statement: Statement) => listed(statement.Action).includes(action))
      .flatMap(({ Resource }) => listed(Resource))
      .map((arn) => arn.replace(/\$\{aws:PrincipalTag\/kubernetes-namespace\}/g, namespaceOf(tenant)));
  /** Something without a resource of its own in a stack: a database user, a published model. */
  const unowned = (tenant: string, arn: string, tags: Context = {}): IamTarget => ({
    tenant,
    arn,
    accountId: of(tenant).accountId,
    tags,
  });
  const others = (tenant: string) => tenants.filter((other) => other !== tenant);
  const can = async (session: string, action: string, target: IamTarget, context: Context = {}) =>
    (await isAllowed(of(session), action, target, context)) === true;

  for (const tenant of tenants) {
    it(`R-ISO-6 lets ${tenant} connect to its database as its own user, and as no other tenant's`, async () => {
      const own = named(tenant, "rds-db:connect");
      ok(own.length > 0);
      deepEqual(
        own.filter((arn) => !arn.endsWith(`/${namespaceOf(tenant)}`)),
        [],
      );
      const theirs = others(tenant).flatMap((other) => [
        ...named(other, "rds-db:connect"),
        ...own.map((arn) => arn.replace(/[^/]+$/, namespaceOf(other))),
      ]);
      for (const arn of own) equal(await can(tenant, "rds-db:connect", unowned(tenant, arn)), true, arn);
      for (const arn of theirs) equal(await can(tenant, "rds-db:connect", unowned(tenant, arn)), false, arn);
    });

    it(`R-ISO-6 lets ${tenant} log in to its cache as its own user, and as no other tenant's`, async () => {
      const caches = named(tenant, "elasticache:Connect");
      for (const arn of caches) equal(await can(tenant, "elasticache:Connect", unowned(tenant, arn)), true, arn);
      equal(
        caches.some((arn) => arn.endsWith(`:user:${namespaceOf(tenant)}`)),
        found(tenant, /:elasticache:.*:user:/).length > 0,
      );
      for (const other of others(tenant))
        for (const target of found(other, /:elasticache:.*:(user|serverlesscache):/))
          equal(await can(tenant, "elasticache:Connect", target), false, target.arn);
    });

    it(`R-ISO-6 lets ${tenant} read its own configuration, and no other tenant's`, async () => {
      const configuration = (of: string) => {
        const [environment] = found(of, /:appconfig:.*\/environment\/[^/]+$/);
        const [profile] = found(of, /:appconfig:.*\/configurationprofile\/[^/]+$/);
        ok(environment && profile, of);
        const id = profile.arn.split("/").at(-1) ?? "";
        return { ...environment, arn: `${environment.arn}/configuration/${id}` };
      };
      for (const action of ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"]) {
        equal(await can(tenant, action, configuration(tenant)), true, action);
        for (const other of others(tenant)) equal(await can(tenant, action, configuration(other)), false, other);
      }
    });

    for (const action of ["kms:Decrypt", "kms:GenerateDataKey"])
      it(`R-ISO-6 R-SEC-4 lets ${tenant} ask for ${action} through S3 for its own bucket, and for no other's`, async () => {
        const key = objectKey(tenant);
        equal(await can(tenant, action, key, throughS3(tenant)), true, key.arn);
        equal(await can(tenant, action, key), false, "directly");
        for (const other of others(tenant))
          equal(await can(tenant, action, objectKey(other), throughS3(other)), false, other);
      });
  }

  /** What S3 says to KMS of an object in a tenant's bucket. */
  function throughS3(tenant: string): Context {
    const [bucket] = found(tenant, /^arn:aws:s3:::[^/]+-data$/);
    ok(bucket);
    return {
      "kms:ViaService": `s3.${of(tenant).region}.amazonaws.com`,
      "kms:EncryptionContext:aws:s3:arn": bucket.arn,
    };
  }

  /** The key that a tenant's bucket is encrypted with. */
  function objectKey(tenant: string): IamTarget {
    const stack = stacks.find((one) => one.stack === tenant);
    const rules = stack?.resources.find(
      ({ type, inputs }) =>
        type.startsWith("aws:s3/") && /ServerSideEncryption/.test(type) && /-data$/.test(String(inputs["bucket"])),
    )?.inputs["rules"];
    const arn = /arn:aws:kms:[^"]+/.exec(JSON.stringify(rules))?.[0];
    const key = targets.find((target) => target.arn === arn);
    ok(key, `${tenant}: ${String(arn)}`);
    return key;
  }

  for (const tenant of ["acme-corp", "northwind-freight"])
    it(`R-ISO-6 lets ${tenant} invoke its own profile and the model behind it with a guardrail, and nothing else`, async () => {
      const [profile] = found(tenant, /:application-inference-profile\//);
      ok(profile);
      const looked = { "bedrock:GuardrailIdentifier": guardrailOf(tenant) };
      const through = { ...looked, "bedrock:InferenceProfileArn": profile.arn };
      const [model = ""] = named(tenant, "bedrock:InvokeModel").filter((arn) => arn.includes("::foundation-model/"));
      const behind = unowned(tenant, model);
      const another = unowned(tenant, model.replace(/[^/]+$/, "amazon.nova-pro-v1:0"));
      const invoke = (target: IamTarget, context: Context) => can(tenant, "bedrock:InvokeModel", target, context);
      equal(await invoke(profile, looked), true, "profile");
      equal(await invoke(behind, through), true, "model");
      equal(await invoke(profile, {}), false, "profile without guardrail");
      equal(await invoke(behind, { "bedrock:InferenceProfileArn": profile.arn }), false, "model without guardrail");
      equal(await invoke(behind, looked), false, "model without profile");
      equal(await invoke(another, through), false, "another model");
      const theirs = others(tenant).flatMap((other) => found(other, /:application-inference-profile\//));
      ok(theirs.length > 0);
      for (const target of theirs) equal(await invoke(target, looked), false, target.arn);
    });

  /** The guardrail that a tenant's statements ask for; for a pool's pattern, the cell's own. */
  function guardrailOf(tenant: string): string {
    const asked = statements(tenant).flatMap(({ Condition = {} }) =>
      Object.values(Condition).flatMap((keys) => listed(keys["bedrock:GuardrailIdentifier"])),
    );
    const [one = ""] = asked;
    const [cells = ""] = named(tenant, "bedrock:ApplyGuardrail");
    return one.includes("*") ? `${cells}:1` : one;
  }
});
