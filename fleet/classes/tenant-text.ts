import { tenantIdPattern, uidPattern } from "../../model/ids.ts";

/** Who a tenant is, as its file says it. */
export interface TenantIdentity {
  readonly id: string;
  readonly uid: string;
  readonly name: string;
  readonly owner: string;
  readonly created: string;
}

/** A tenant's file, told apart into who it is and everything else. */
export interface TenantText {
  readonly identity: TenantIdentity;
  /** The file with its identity taken out: equal for tenants whose files differ in nothing else. */
  readonly rest: string;
}

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

/** The identity of a tenant's file and the rest of its text; undefined where the file has to be read properly. */
export function readTenantText(text: string): TenantText | undefined {
  const found = new Map<string, string>();
  let isSimple = true;
  const rest = text.replaceAll(identityLine, (_line, key: keyof TenantIdentity, value: string) => {
    isSimple &&= !found.has(key) && simpleForms[key].test(value);
    found.set(key, value);
    return `${key}: ${key === "owner" ? ownerKind(value) : ""}`;
  });
  const identity = isSimple ? identityOf(found) : undefined;
  return identity === undefined ? undefined : { identity, rest: withoutIdInIntegrations(rest, identity.id) };
}

function identityOf(found: ReadonlyMap<string, string>): TenantIdentity | undefined {
  const [id, uid, name, owner, created] = ["id", "uid", "name", "owner", "created"].map((key) => found.get(key));
  if (id === undefined || uid === undefined || name === undefined || owner === undefined || created === undefined) {
    return undefined;
  }
  const isDay = new Date(created).toJSON()?.slice(0, 19) === created.slice(0, 19);
  return isDay && !id.includes("--") ? { id, uid, name, owner, created } : undefined;
}

/** An address is subscribed to alarms, a reference is not. */
const ownerKind = (owner: string): string => (owner.includes("@") ? "an address" : "a reference");

/** No file holds it: a control character is refused. */
const idToken = "\u0000id\u0000";

const integrationsBlock = /^integrations:[^\n]*\n(?:[ \t][^\n]*\n|\n)*/m;

/** `issuer: https://acme-corp.okta.example` says nothing that the id does not. */
const withoutIdInIntegrations = (rest: string, id: string): string =>
  rest.includes("integrations:") ? rest.replace(integrationsBlock, (block) => block.replaceAll(id, idToken)) : rest;
