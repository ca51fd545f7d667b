import { credentials, type ServiceError } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

/** Values as they go over the wire: secrets wrapped, unknowns as their text. */
export type WireValues = Readonly<Record<string, unknown>>;

/** The text that stands for an unknown value, whatever type is expected. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Wraps a value as the engine sends a secret. */
export function secret(value: unknown): WireValues {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** True for what `secret` makes. */
export function isSecret(value: unknown): boolean {
  return value !== null && typeof value === "object" && "4dabf18193072939515e22adb298388d" in value;
}

/** Without the secrets' wrappers, at any depth. */
export function revealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revealed);
  if (value === null || typeof value !== "object") return value;
  if ("value" in value && isSecret(value)) return revealed(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, revealed(item)]));
}

/** What `diff` answers, in plain values. */
interface WireDiff {
  readonly changes: boolean;
  readonly diffs: readonly string[];
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
  /** Kind of change by path, e.g. `UPDATE_REPLACE`. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** Speaks to a served package as the engine does. */
export interface ProviderClient {
  configure(config: WireValues): Promise<void>;
  checkConfig(config: WireValues): Promise<readonly { property: string; reason: string }[]>;
  check(
    news: WireValues,
    olds?: WireValues,
  ): Promise<{ inputs: WireValues; failures: readonly { property: string; reason: string }[] }>;
  diff(id: string, oldInputs: WireValues, outputs: WireValues, news: WireValues): Promise<WireDiff>;
  create(inputs: WireValues, preview?: boolean): Promise<{ id: string; outputs: WireValues }>;
  read(
    id: string,
    inputs?: WireValues,
    outputs?: WireValues,
  ): Promise<{ id: string; inputs: WireValues; outputs: WireValues }>;
  update(
    id: string,
    oldInputs: WireValues,
    outputs: WireValues,
    news: WireValues,
    preview?: boolean,
  ): Promise<WireValues>;
  delete(id: string, outputs: WireValues): Promise<void>;
  invoke(token: string, args: WireValues): Promise<WireValues>;
  close(): void;
}

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

/** Connects to a port of 127.0.0.1; every resource is of type `token` and named `thing`. */
export function providerClient(port: number, token: string): ProviderClient {
  const client = new services.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const urn = `urn:pulumi:test::test::${token}::thing`;
  const call = <Response>(run: (callback: Callback<Response>) => unknown): Promise<Response> =>
    new Promise((resolve, reject) =>
      run((error, response) => (error ? reject(new Error(error.details, { cause: error })) : resolve(response))),
    );
  return {
    configure: async (config) => {
      const request = new messages.ConfigureRequest();
      request.setArgs(toStruct(config));
      request.setAcceptsecrets(true);
      await call<messages.ConfigureResponse>((done) => client.configure(request, done));
    },
    checkConfig: async (config) => {
      const request = new messages.CheckRequest();
      request.setNews(toStruct(config));
      return failuresOf(await call<messages.CheckResponse>((done) => client.checkConfig(request, done)));
    },
    check: async (news, olds) => {
      const request = new messages.CheckRequest();
      request.setUrn(urn);
      request.setNews(toStruct(news));
      if (olds) request.setOlds(toStruct(olds));
      const response = await call<messages.CheckResponse>((done) => client.check(request, done));
      return { inputs: fromStruct(response.getInputs()), failures: failuresOf(response) };
    },
    diff: async (id, oldInputs, outputs, news) => {
      const request = new messages.DiffRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setOldInputs(toStruct(oldInputs));
      request.setOlds(toStruct(outputs));
      request.setNews(toStruct(news));
      return diffOf(await call<messages.DiffResponse>((done) => client.diff(request, done)));
    },
    create: async (inputs, preview = false) => {
      const request = new messages.CreateRequest();
      request.setUrn(urn);
      request.setProperties(toStruct(inputs));
      request.setPreview(preview);
      const response = await call<messages.CreateResponse>((done) => client.create(request, done));
      return { id: response.getId(), outputs: fromStruct(response.getProperties()) };
    },
    read: async (id, inputs = {}, outputs = {}) => {
      const request = new messages.ReadRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setInputs(toStruct(inputs));
      request.setProperties(toStruct(outputs));
      const response = await call<messages.ReadResponse>((done) => client.read(request, done));
      return {
        id: response.getId(),
        inputs: fromStruct(response.getInputs()),
        outputs: fromStruct(response.getProperties()),
      };
    },
    update: async (id, oldInputs, outputs, news, preview = false) => {
      const request = new messages.UpdateRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setOldInputs(toStruct(oldInputs));
      request.setOlds(toStruct(outputs));
      request.setNews(toStruct(news));
      request.setPreview(preview);
      return fromStruct((await call<messages.UpdateResponse>((done) => client.update(request, done))).getProperties());
    },
    delete: async (id, outputs) => {
      const request = new messages.DeleteRequest();
      request.setUrn(urn);
      request.setId(id);
      request.setProperties(toStruct(outputs));
      await call((done) => client.delete(request, done));
    },
    invoke: async (tok, args) => {
      const request = new messages.InvokeRequest();
      request.setTok(tok);
      request.setArgs(toStruct(args));
      return fromStruct((await call<messages.InvokeResponse>((done) => client.invoke(request, done))).getReturn());
    },
    close: () => client.close(),
  };
}

function toStruct(values: WireValues): struct.Struct {
  return struct.Struct.fromJavaScript(values as Parameters<typeof struct.Struct.fromJavaScript>[0]);
}

function fromStruct(message: struct.Struct | undefined): WireValues {
  return message?.toJavaScript() ?? {};
}

function failuresOf(response: messages.CheckResponse): { property: string; reason: string }[] {
  return response
    .getFailuresList()
    .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
}

function diffOf(response: messages.DiffResponse): WireDiff {
  const names = Object.entries(messages.PropertyDiff.Kind);
  const kinds: Record<string, string> = {};
  response.getDetaileddiffMap().forEach((difference, path) => {
    kinds[path] = names.find(([, number]) => number === difference.getKind())?.[0] ?? "?";
  });
  return {
    changes: response.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
    diffs: response.getDiffsList(),
    replaces: response.getReplacesList(),
    deleteBeforeReplace: response.getDeletebeforereplace(),
    kinds,
  };
}
