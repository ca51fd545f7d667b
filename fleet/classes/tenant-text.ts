import { reservedIdBreach, tenantIdPattern, uidPattern } from "../../model/ids.ts";

/** Who a tenant is, as its file says it. */
export interface TenantIdentity {
  readonly id: string;
  readonly uid: string;
  readonly name: string;
  readonly owner: string;
  readonly created: string;
}

/** A tenant's file, told apart into who it is, where it is and everything else. */
export interface TenantText {
  readonly identity: TenantIdentity;
  /** The cell that it names; undefined where that stands in a form that is not looked for here. */
  readonly cell: string | undefined;
  /** The file with its identity taken out: equal for tenants whose files differ in nothing else. */
  readonly rest: string;
}

/** What a cell's id is shown as in the rest: the same for cells that are alike but for their identity. */
export type CellClassOf = (cell: string) => string;

/**
 * Forms in which identity is read without a YAML parser: plain scalars at the top level that YAML's core schema reads
 * as text and that the file's own schema takes for sure. A file with any other form is read properly, at its price.
 */
const simpleForms: Readonly<Record<keyof TenantIdentity, RegExp>> = {
  id: tenantIdPattern,
  uid: uidPattern,
  name: /^(?!(?:true|false|null)$)[A-Za-z](?:[A-Za-z0-9 .,&'()/+_-]{0,150}[A-Za-z0-9.)])?$/i,
  owner:
    /^(?:[a-z0-9][a-z0-9._+-]{0,60}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,4}\.[a-z]{2,20}|[a-z][a-z0-9+.-]{0,30}:[a-z0-9][a-z0-9_/.-]{0,60})$/i,
  created: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
};

const identityLine = /^(id|uid|name|owner|created): +([^\n]*?)(?: +#[^\n]*)?$/gm;
const placementLine = /^(placement:[ \n]*(?:\{ *)?cell: +)([a-z][a-z0-9-]*)(?=[ ,}\n])/m;
const integrationsBlock = /^integrations:[^\n]*\n(?:[ \t][^\n]*\n|\n)*/m;

/** No file holds it: a control character is refused. */
const marked = (word: string): string => `\u0000${word}\u0000`;

/** The identity of a tenant's file and the rest of its text; undefined where the file has to be read properly. */
export function readTenantText(text: string, cellClassOf: CellClassOf = (cell) => cell): TenantText | undefined {
  const found = new Map<string, string>();
  let isSimple = true;
  const anonymous = text.replaceAll(identityLine, (_line, key: keyof TenantIdentity, value: string) => {
    isSimple &&= !found.has(key) && simpleForms[key].test(value);
    found.set(key, value);
    return marked(key === "owner" ? ownerKind(value) : key);
  });
  const identity = isSimple ? identityOf(found) : undefined;
  if (identity === undefined) return undefined;
  let cell: string | undefined;
  const rest = anonymous.replace(placementLine, (_line, before: string, id: string) => {
    cell = id;
    return before + marked(cellClassOf(id));
  });
  return { identity, cell, rest: withoutIdInIntegrations(rest, identity.id) };
}

function identityOf(found: ReadonlyMap<string, string>): TenantIdentity | undefined {
  const [id, uid, name, owner, created] = ["id", "uid", "name", "owner", "created"].map((key) => found.get(key));
  if (id === undefined || uid === undefined || name === undefined || owner === undefined || created === undefined) {
    return undefined;
  }
  const isDay = new Date(created).toJSON()?.slice(0, 19) === created.slice(0, 19);
  return isDay && !id.includes("--") && reservedIdBreach(id) === undefined
    ? { id, uid, name, owner, created }
    : undefined;
}

/** An address is subscribed to alarms, a reference is not. */
export const ownerKind = (owner: string): string => (owner.includes("@") ? "an address" : "a reference");

/** `issuer: https://acme-corp.okta.example` says nothing that the id does not. An id that may be a key stays. */
const withoutIdInIntegrations = (rest: string, id: string): string =>
  rest.includes("integrations:")
    ? rest.replace(integrationsBlock, (block) =>
        block.includes(`${id}:`) ? block : block.replaceAll(id, marked("id")),
      )
    : rest;

/**
 * Values of a product's settings that name something of the customer's and decide nothing else, each in a form that the
 * product's settings take for sure.
 */
const freeForms: readonly (readonly [RegExp, string])[] = [
  [/https:\/\/[a-z0-9][a-z0-9.-]*(?:\/[A-Za-z0-9._~-]+)*\/?(?=[ ,}\n])/g, "url"],
  [/(?<=\bclient_id: +)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[ ,}\n])/g, "uuid"],
  [
    /(?<=\bclient_id: +)(?=[0-9]*[A-Za-z])(?!(?:0x[0-9a-f]+|0o[0-7]+|[0-9]+e[0-9]+|true|null|false)[ ,}\n])[A-Za-z0-9]{4,64}(?=[ ,}\n])/g,
    "client",
  ],
  [/(?<=\b(?:workspace|channel): +)[TC][0-9A-Z]{8,12}(?=[ ,}\n])/g, "place"],
];

/**
 * The rest of a file without what it says of the customer's own accounts at other products. Only where nobody edited
 * the file: then whether those values are right is the same before and after.
 */
export const withoutFreeForms = (rest: string): string =>
  rest.includes("integrations:")
    ? rest.replace(integrationsBlock, (block) =>
        freeForms.reduce(
          (masked, [form, word]) => masked.replaceAll(form, marked(word)),
          block.replaceAll(marked("id"), "id"),
        ),
      )
    : rest;
