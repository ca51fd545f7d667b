import assert from "node:assert/strict";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { changed, foundBy, inputsOf, withInputs } from "../../support/gates/changed-stack.ts";

const root = `${import.meta.dirname}/../../..`;

describe("gates over protections", () => {
  let enterprise: SynthesisedStack;
  let pool: SynthesisedStack;
  let cell: SynthesisedStack;
  before(async () => {
    enterprise = await synthStack("northwind-freight", root);
    pool = await synthStack("acme-corp", root);
    cell = await synthStack("cell-us-1", root);
  });

  /** Found on the way to the looser side, in `property`, and neither on the way back nor standing still. */
  function loosensOnly(gate: string, strict: SynthesisedStack, loose: SynthesisedStack, found: string): void {
    const lines = foundBy(gate, strict, loose);
    assert.deepEqual(
      lines.map((line) => line.split(": ")[0]),
      [found],
      lines.join("\n"),
    );
    assert.deepEqual(foundBy(gate, loose, strict), [], "the way back");
  }

  const ofType = (stack: SynthesisedStack, type: string): string => {
    const found = stack.resources.find((one) => one.type.endsWith(`:${type}`));
    assert.ok(found, `${stack.stack} has no ${type}`);
    return found.name;
  };
  const edited = (stack: SynthesisedStack, name: string, from: string, to: string): SynthesisedStack => {
    const text = JSON.stringify(inputsOf(stack, name));
    assert.ok(text.includes(from), `${name} does not hold ${from}: ${text}`);
    return withInputs(stack, name, JSON.parse(text.replaceAll(from, to)) as Record<string, unknown>);
  };

  it("R-SEC-3 finds encryption switched off, and a key that is not the tenant's own any more", () => {
    const database = ofType(enterprise, "Instance");
    loosensOnly(
      "encryption-loosened",
      enterprise,
      withInputs(enterprise, database, { storageEncrypted: false }),
      `${database} storageEncrypted`,
    );
    const cellKey = "arn:aws:kms:us-east-1:111122223333:key/00aad15b-a126-4526-a2f3-db0c79cacd36";
    const cache = ofType(enterprise, "ServerlessCache");
    loosensOnly(
      "encryption-loosened",
      enterprise,
      withInputs(enterprise, cache, { kmsKeyId: cellKey }),
      `${cache} kmsKeyId`,
    );
    const key = ofType(pool, "Key");
    loosensOnly(
      "encryption-loosened",
      pool,
      withInputs(pool, key, { enableKeyRotation: false }),
      `${key} enableKeyRotation`,
    );
    const listener = ofType(cell, "Listener");
    loosensOnly(
      "encryption-loosened",
      cell,
      withInputs(cell, listener, { sslPolicy: "ELBSecurityPolicy-2016-08" }),
      `${listener} sslPolicy`,
    );
  });

  it("R-SEC-3 finds a bucket's encryption that is weaker, or gone while the bucket stays", () => {
    const settings = ofType(pool, "BucketServerSideEncryptionConfiguration");
    const lines = foundBy("encryption-loosened", pool, edited(pool, settings, '"aws:kms"', '"AES256"'));
    assert.match(
      lines.join(),
      new RegExp(
        `^${settings} rules\\[0\\].applyServerSideEncryptionByDefault.sseAlgorithm: .* was "aws:kms" and would be "AES256"$`,
      ),
    );
    const gone = foundBy(
      "encryption-loosened",
      pool,
      changed(pool, settings, () => undefined),
    );
    assert.equal(gone.length, 2, gone.join("\n"));
  });

  it("R-SEC-4 finds deletion protection taken off, in the cloud and by Pulumi", () => {
    const gate = "deletion-protection-loosened";
    const database = ofType(enterprise, "Instance");
    loosensOnly(
      gate,
      enterprise,
      withInputs(enterprise, database, { deletionProtection: false }),
      `${database} deletionProtection`,
    );
    loosensOnly(
      gate,
      enterprise,
      withInputs(enterprise, database, { skipFinalSnapshot: true }),
      `${database} skipFinalSnapshot`,
    );
    const users = ofType(pool, "UserPool");
    loosensOnly(gate, pool, withInputs(pool, users, { deletionProtection: "INACTIVE" }), `${users} deletionProtection`);
    const key = ofType(pool, "Key");
    loosensOnly(gate, pool, withInputs(pool, key, { deletionWindowInDays: 7 }), `${key} deletionWindowInDays`);
    const bucket = ofType(pool, "Bucket");
    loosensOnly(gate, pool, withInputs(pool, bucket, { forceDestroy: true }), `${bucket} forceDestroy`);
    const bare = changed(pool, bucket, (one) => ({ ...one, options: { ...one.options, protect: false } }));
    loosensOnly(gate, pool, bare, `${bucket} protect`);
  });

  it("R-INF-6 finds backups that are kept shorter, copied less, made more rarely or locked less", () => {
    const gate = "backup-loosened";
    const database = ofType(enterprise, "Instance");
    loosensOnly(
      gate,
      enterprise,
      withInputs(enterprise, database, { backupRetentionPeriod: 7 }),
      `${database} backupRetentionPeriod`,
    );
    const plan = ofType(enterprise, "Plan");
    loosensOnly(
      gate,
      enterprise,
      edited(enterprise, plan, '"deleteAfter":35', '"deleteAfter":30'),
      `${plan} rules[continuous].lifecycle.deleteAfter`,
    );
    loosensOnly(
      gate,
      enterprise,
      edited(enterprise, plan, "cron(0 4 ? * * *)", "cron(0 4 ? * 1 *)"),
      `${plan} rules[daily].schedule`,
    );
    const uncopied = edited(enterprise, plan, '"copyActions"', '"formerCopyActions"');
    assert.ok(foundBy(gate, enterprise, uncopied).some((line) => line.includes(".destinationVaultArn")));
    const lock = ofType(enterprise, "VaultLockConfiguration");
    loosensOnly(gate, enterprise, withInputs(enterprise, lock, { minRetentionDays: 1 }), `${lock} minRetentionDays`);
    assert.match(
      foundBy(
        gate,
        enterprise,
        changed(enterprise, lock, () => undefined),
      ).join(),
      /minRetentionDays: .* would be not set/,
    );
    const versions = ofType(pool, "BucketVersioning");
    loosensOnly(
      gate,
      pool,
      edited(pool, versions, "Enabled", "Suspended"),
      `${versions} versioningConfiguration.status`,
    );
    const trail = ofType(cell, "BucketObjectLockConfiguration");
    loosensOnly(gate, cell, edited(cell, trail, '"days":365', '"days":30'), `${trail} rule.defaultRetention.days`);
    const logs = ofType(pool, "LogGroup");
    loosensOnly(gate, pool, withInputs(pool, logs, { retentionInDays: 1 }), `${logs} retentionInDays`);
  });

  it("R-SEC-9 finds what the internet reaches, and a network policy that lets more through", () => {
    const database = ofType(enterprise, "Instance");
    assert.match(
      foundBy("exposure", enterprise, withInputs(enterprise, database, { publiclyAccessible: true })).join(),
      /has a public address \(PUBLIC_ADDRESS\)$/,
    );
    const block = ofType(pool, "BucketPublicAccessBlock");
    assert.match(
      foundBy("exposure", pool, withInputs(pool, block, { blockPublicPolicy: false })).join(),
      /can be opened to the public/,
    );
    const fence = ofType(pool, "NetworkPolicy");
    const spec = inputsOf(pool, fence)["spec"] as { readonly ingress: readonly object[] };
    const open = withInputs(pool, fence, {
      spec: { ...spec, ingress: [...spec.ingress, { from: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] },
    });
    loosensOnly("exposure", pool, open, `${fence} spec.ingress`);
    assert.equal(
      foundBy(
        "exposure",
        pool,
        changed(pool, fence, () => undefined),
      ).length,
      1,
    );
    for (const stack of [enterprise, pool, cell])
      assert.deepEqual(foundBy("exposure", undefined, stack), [], stack.stack);
  });
});
