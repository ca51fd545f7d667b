import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";

/** A user pool's provider as a stack declares it. */
export interface DeclaredProvider {
  readonly providerName: string;
  readonly providerDetails: Readonly<Record<string, string>>;
  /** The pool's attribute → the provider's claim. */
  readonly attributeMapping: Readonly<Record<string, string>>;
}

export const declaredProvider = ({ inputs }: SynthesisedResource): DeclaredProvider =>
  JSON.parse(JSON.stringify(inputs)) as DeclaredProvider;

/** Who a pool takes somebody for. */
export interface FederatedUser {
  readonly username: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The user whom a pool makes of a provider's claims: named by the provider and the subject, with the attributes that the
 * mapping fills; claims that nothing maps are dropped.
 *
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 *
 * @param subject names the user where no claim is mapped to `username`
 */
export function federatedUser(
  { providerName, attributeMapping }: DeclaredProvider,
  claims: Readonly<Record<string, unknown>>,
  subject: string,
): FederatedUser {
  const { username, ...others } = attributeMapping;
  const mapped = Object.entries(others).flatMap(([attribute, claim]) =>
    claims[claim] === undefined ? [] : [[attribute, String(claims[claim])] as const],
  );
  const name = username === undefined ? subject : String(claims[username] ?? subject);
  return { username: `${providerName}_${name}`, attributes: Object.fromEntries(mapped) };
}
