import messages from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { diffInputs, diffResponse } from "./diff-response.ts";
import { PartialCreateError } from "./partial-create-error.ts";
import { type PropertyMap, type ResourceContext, type ResourceType, unknownValue } from "./provider.ts";
import { resourceContext } from "./resource-context.ts";
import { isMap } from "./structural-diff.ts";
import { holdsUnknown } from "./unknown.ts";
import { fromWire, type PlainValues, type SecretPlace, toWire } from "./wire-values.ts";

/** Finds a type, or throws what says where to add it. */
export type FindType = (token: string) => ResourceType;

/** What an operation throws besides the type's own refusal: the request's secrets, to wrap a half-made resource. */
export class OperationError extends Error {
  readonly secrets: readonly SecretPlace[];
  readonly secretNames: readonly string[];

  constructor(cause: PartialCreateError, secrets: readonly SecretPlace[], secretNames: readonly string[]) {
    super(cause.message, { cause });
    this.secrets = secrets;
    this.secretNames = secretNames;
  }
}

interface Target {
  readonly type: ResourceType;
  readonly context: ResourceContext;
}

function target(find: FindType, urn: string): Target {
  const context = resourceContext(urn);
  return { type: find(context.type), context };
}

export async function check(find: FindType, request: messages.CheckRequest): Promise<messages.CheckResponse> {
  const { type, context } = target(find, request.getUrn());
  const news = fromWire(request.getNews());
  const olds = request.hasOlds() ? fromWire(request.getOlds()).values : undefined;
  const result = type.check ? await type.check(news.values, olds, context) : { inputs: news.values, failures: [] };
  const response = new messages.CheckResponse();
  response.setInputs(toWire(result.inputs, news.secrets));
  response.setFailuresList(
    result.failures.map(({ property, reason }) => {
      const failure = new messages.CheckFailure();
      failure.setProperty(property);
      failure.setReason(reason);
      return failure;
    }),
  );
  return response;
}

export async function diff(find: FindType, request: messages.DiffRequest): Promise<messages.DiffResponse> {
  const { type, context } = target(find, request.getUrn());
  const olds = fromWire(request.getOldInputs() ?? request.getOlds()).values;
  const news = fromWire(request.getNews()).values;
  return diffResponse(await diffInputs(type, olds, news, context), olds, news);
}

export async function create(find: FindType, request: messages.CreateRequest): Promise<messages.CreateResponse> {
  const { type, context } = target(find, request.getUrn());
  const inputs = fromWire(request.getProperties());
  const response = new messages.CreateResponse();
  if (request.getPreview()) {
    // What only the create makes is left out, which the engine takes for unknown.
    response.setProperties(
      toWire(
        { ...unknowns(type.secretOutputs), ...inputs.values, ...completed(type, inputs.values) },
        inputs.secrets,
        type.secretOutputs,
      ),
    );
    return response;
  }
  const created = await withSecrets(() => type.create(known(inputs, context), context), inputs, type);
  response.setId(created.id);
  response.setProperties(toWire(created.outputs, inputs.secrets, type.secretOutputs));
  return response;
}

export async function read(find: FindType, request: messages.ReadRequest): Promise<messages.ReadResponse> {
  const { type, context } = target(find, request.getUrn());
  const inputs = fromWire(request.getInputs());
  const outputs = fromWire(request.getProperties());
  const imported = isEmpty(inputs.values) && isEmpty(outputs.values);
  const found = imported
    ? await type.read(request.getId(), undefined, undefined, context)
    : await type.read(request.getId(), inputs.values, outputs.values, context);
  const response = new messages.ReadResponse();
  if (!found) return response;
  response.setId(found.id);
  response.setInputs(toWire(found.inputs, inputs.secrets));
  response.setProperties(toWire(found.outputs, [...inputs.secrets, ...outputs.secrets], type.secretOutputs));
  return response;
}

export async function update(find: FindType, request: messages.UpdateRequest): Promise<messages.UpdateResponse> {
  const { type, context } = target(find, request.getUrn());
  const olds = fromWire(request.getOlds());
  const news = fromWire(request.getNews());
  const oldInputs = request.hasOldInputs() ? fromWire(request.getOldInputs()).values : {};
  const response = new messages.UpdateResponse();
  if (request.getPreview()) {
    const outputs = {
      ...withoutNames(olds.values, oldInputs),
      ...unknowns(type.updatedOutputs),
      ...news.values,
      ...keptInside(type, olds.values, news.values),
    };
    response.setProperties(toWire(outputs, [...olds.secrets, ...news.secrets], type.secretOutputs));
    return response;
  }
  const change = type.update?.bind(type);
  if (!change) throw new Error(`${context.type} cannot be changed in place; it has to be replaced.`);
  const outputs = await withSecrets(
    () => change(request.getId(), olds.values, known(news, context), context),
    news,
    type,
  );
  response.setProperties(toWire(outputs, news.secrets, type.secretOutputs));
  return response;
}

export async function remove(
  find: FindType,
  request: messages.DeleteRequest,
): Promise<InstanceType<typeof empty.Empty>> {
  const { type, context } = target(find, request.getUrn());
  await type.delete(request.getId(), fromWire(request.getProperties()).values, context);
  return new empty.Empty();
}

async function withSecrets<T>(run: () => Promise<T>, inputs: PlainValues, type: ResourceType): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (!(thrown instanceof PartialCreateError)) throw thrown;
    throw new OperationError(thrown, inputs.secrets, type.secretOutputs ?? []);
  }
}

function isEmpty(values: PropertyMap): boolean {
  return Object.keys(values).length === 0;
}

/** The input maps inside which the cloud adds something, with that as unknown. */
function completed({ madeInside = {} }: ResourceType, inputs: PropertyMap): PropertyMap {
  const given = Object.entries(madeInside).filter(([name]) => isMap(inputs[name]));
  return Object.fromEntries(
    given.map(([name, inside]) => [name, { ...unknowns(inside), ...(inputs[name] as PropertyMap) }]),
  );
}

/** The input maps inside which the cloud adds something, with that as it was recorded. */
function keptInside({ madeInside = {} }: ResourceType, olds: PropertyMap, news: PropertyMap): PropertyMap {
  const kept = Object.entries(madeInside).flatMap(([name, inside]) => {
    const [before, after] = [olds[name], news[name]];
    if (!isMap(before) || !isMap(after)) return [];
    const made = Object.entries(before).filter(([field]) => inside.includes(field));
    return [[name, { ...Object.fromEntries(made), ...after }] as const];
  });
  return Object.fromEntries(kept);
}

function unknowns(names: readonly string[] = []): PropertyMap {
  return Object.fromEntries(names.map((name) => [name, unknownValue]));
}

function withoutNames(values: PropertyMap, names: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(names, name)));
}

/** Inputs of a real change. @throws where the engine sent one that is not known yet. */
function known(inputs: PlainValues, context: ResourceContext): PropertyMap {
  const name = Object.keys(inputs.values).find((key) => holdsUnknown(inputs.values[key]));
  if (name !== undefined) throw new Error(`${context.type} ${context.name}: the input ${name} is not known yet.`);
  return inputs.values;
}
