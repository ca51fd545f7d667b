import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { matchName } from "./match-names.ts";

/** A shape of a service's model, as far as it is read here. */
interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
}

interface Model {
  readonly operations: Readonly<Record<string, { readonly input: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** What a service's own model says of a value. */
export interface ModelFacts {
  readonly oneOf?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minimumLength?: number;
  readonly maximumLength?: number;
}

/** A place in a model: gives its own facts, and the place of a member. */
export interface ModelPlace {
  readonly facts: ModelFacts;
  member(name: string, names?: Readonly<Record<string, string>>): ModelPlace | undefined;
}

const models = new Map<string, Model>();

function load(folder: string, service: string): Model {
  const versions = `${folder}/${service}`;
  const newest = readdirSync(versions).sort().at(-1) ?? "";
  const file = `${versions}/${newest}/service-2.json.gz`;
  if (!existsSync(file)) throw new Error(`${file} is missing: give the folder botocore/data of the wheel.`);
  const model = models.get(service) ?? (JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as Model);
  models.set(service, model);
  return model;
}

/** The input of an operation, or a part of it: `s3.PutBucketLogging/BucketLoggingStatus/LoggingEnabled`. */
export function operationInput(folder: string, path: string): ModelPlace {
  const [operation = "", ...steps] = path.split("/");
  const [service = "", name = ""] = operation.split(".");
  const model = load(folder, service);
  const start = model.operations[name];
  if (!start) throw new Error(`botocore's ${service} has no operation ${name}.`);
  return steps.reduce<ModelPlace>(
    (at, step) => {
      const next = at.member(step);
      if (!next) throw new Error(`botocore's ${operation} has no ${step}.`);
      return next;
    },
    placeOf(model, start.input.shape),
  );
}

function placeOf(model: Model, shapeName: string): ModelPlace {
  const shape = innermost(model, shapeName);
  return {
    facts: factsOf(shape),
    member: (name, names) => {
      const member = matchName(name, shape.members ?? {}, names);
      return member && placeOf(model, member.shape);
    },
  };
}

/** A list's facts are those of its elements. */
function innermost(model: Model, shapeName: string): Shape {
  const shape = model.shapes[shapeName];
  if (!shape) throw new Error(`botocore has no shape ${shapeName}.`);
  return shape.type === "list" && shape.member ? innermost(model, shape.member.shape) : shape;
}

function factsOf({ type, enum: values, pattern, min, max }: Shape): ModelFacts {
  const [least, most] = type === "string" ? ["minimumLength", "maximumLength"] : ["minimum", "maximum"];
  if (type !== "string" && type !== "integer" && type !== "long") return {};
  return {
    ...(values ? { oneOf: values } : {}),
    ...(pattern ? { pattern } : {}),
    ...(min !== undefined && least ? { [least]: min } : {}),
    ...(max !== undefined && most ? { [most]: max } : {}),
  };
}
