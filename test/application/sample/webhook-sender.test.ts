import { deepEqual, equal, match, ok } from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { applyMigrations } from "../../../automation/configuration/apply-migrations.ts";
import { cellDatabaseNames as names } from "../../../model/naming.ts";
import { type PoolServer, startPoolServer } from "../../support/isolation/pool-server.ts";
import { type LogIntake, startIntake } from "../../support/log-intakes/log-intake.ts";
import { sampleDocument } from "../../support/sample-document.ts";
import { type SampleProcess, startSample } from "../../support/sample-process.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const signing_secret = "fleet/tenant-p9h9h9h9/crm-webhook";

/** Waits until something holds, for as long as a delivery to the same machine may take at the most. */
async function until(holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !holds(); attempt += 1) await wait(20);
  ok(holds());
}

describe("webhooks of the running sample application", function () {
  this.timeout(60_000);
  let server: PoolServer;
  let receiver: LogIntake;
  let sample: SampleProcess;

  before(async () => {
    server = await startPoolServer();
    const { sharedSchema: schema, applicationOwner: owner, sharedGroup: group, sharedDeleter: deleter } = names;
    await applyMigrations({
      login: await server.login(names.provisioner, names.sharedDatabase),
      folder: join(import.meta.dirname, "../../../application/migrations/shared"),
      variables: { schema, owner, group, deleter },
    });
    receiver = await startIntake(() => ({ status: 200, body: {} }));
    const login = await server.addSharedTenant("p9h9h9h9");
    const url = `${receiver.address}/hook`;
    const webhooks = [
      { name: "crm", url, events: ["document.created"], signing_secret },
      { name: "others", url: `${url}/others`, events: ["document.deleted"], signing_secret },
      {
        name: "unsigned",
        url: `${url}/unsigned`,
        events: ["document.created"],
        signing_secret: "fleet/no-such-secret",
      },
    ];
    const document = { ...sampleDocument("nine", login), integrations: { webhooks } };
    sample = await startSample(document, login.password, { [signing_secret.replaceAll("/", "_")]: `${secret}\n` });
  });
  after(async () => {
    await sample?.stop();
    await receiver?.close();
    await server?.close();
  });

  it("R-INT-7 tell who asked for it of a document that was created, signed with the secret that the document names", async () => {
    const made = await sample.ask("POST", "/documents", { title: "first" });
    equal(made.status, 201);
    const { document_id } = made.body as { document_id: string };
    await until(() => receiver.calls.length > 0);
    await until(() => sample.lines.some(({ message }) => message === "webhook crm delivered"));
    deepEqual(
      receiver.calls.map(({ path }) => path),
      ["/hook"],
    );
    const [call] = receiver.calls;
    const verified = new Webhook(secret).verify(String(call?.body), call?.headers as Record<string, string>);
    const { type, data } = verified as { readonly type: string; readonly data: unknown };
    deepEqual({ type, data }, { type: "document.created", data: { document_id, title: "first" } });
  });

  it("R-INT-7 send nothing that they cannot sign, and say so", async () => {
    const isSaid = ({ message }: Readonly<Record<string, unknown>>) =>
      String(message).startsWith("webhook unsigned is not sent");
    await until(() => sample.lines.some(isSaid));
    match(String(sample.lines.find(isSaid)?.["message"]), /ENOENT/);
    ok(receiver.calls.every(({ path }) => path !== "/hook/unsigned"));
    ok(sample.lines.every((line) => !JSON.stringify(line).includes(secret.slice(6))));
  });
});
