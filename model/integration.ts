import type { z } from "zod";

/** What a connected product is for, as in the tiers' and the documentation's lists. */
export type IntegrationPurpose =
  | "identity"
  | "communication"
  | "clouds"
  | "data"
  | "monitoring"
  | "development"
  | "custom";

/** How a call to a product says who it is; the value is put by its owner and stands in no file. */
export type CallAuthorization =
  | { readonly kind: "api_key"; readonly header: string; readonly secretName: string }
  /** Client credentials of OAuth 2 (RFC 6749, section 4.4). */
  | {
      readonly kind: "oauth";
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly secretName: string;
      readonly audience: string;
    };

/** Who takes a role on from outside, and what it must show. */
export type TrustedOutsider =
  /** A principal of the vendor's or the customer's account, with an external id against the confused deputy. */
  | {
      readonly kind: "account";
      readonly principalArn: string;
      /** `generated`: made from the tenant's uid; `given`: the vendor made it; `none`: the principal is one role alone. */
      readonly externalId:
        | { readonly kind: "generated" }
        | { readonly kind: "given"; readonly value: string }
        | { readonly kind: "none" };
    }
  /** A token of an OpenID provider, whose claims must be exactly these. */
  | {
      readonly kind: "token";
      /** Host and path of the issuer, as in the name of its provider in IAM. */
      readonly issuer: string;
      /** True for those that AWS knows by itself, and that nobody declares: `accounts.google.com`. */
      readonly builtIn: boolean;
      readonly claims: Readonly<Record<string, string>>;
    };

/** What a tenant's settings for a product come to: plain data, one kind for each component that makes it. */
export type Connection =
  | { readonly kind: "identity_provider"; readonly protocol: "saml"; readonly metadataUrl: string }
  | {
      readonly kind: "identity_provider";
      readonly protocol: "oidc";
      readonly issuer: string;
      readonly clientId: string;
      readonly secretName: string;
    }
  /** A channel that AWS' chat service posts into. `events` are types; without them, reached limits alone. */
  | { readonly kind: "chat_channel"; readonly channel: ChatChannel; readonly events?: readonly string[] }
  /** An address that events are sent to. `body` is JSON with `<type>` and `<detail>` for the event's. */
  | {
      readonly kind: "event_destination";
      readonly url: string;
      readonly authorization: CallAuthorization;
      readonly body: string;
      readonly callsPerSecond: number;
      readonly events?: readonly string[];
    }
  /** Logs of the tenant, sent on as they are written. */
  | {
      readonly kind: "log_stream";
      readonly protocol: "http" | "splunk";
      readonly url: string;
      readonly secretName: string;
    }
  /** A role that somebody outside takes on, for one folder of the tenant's bucket. */
  | {
      readonly kind: "outside_role";
      readonly trusted: TrustedOutsider;
      readonly folder: string;
      readonly access: "read" | "read_write";
    }
  /** Tokens that the tenant's own role gets from AWS and another cloud trusts. */
  | { readonly kind: "token_exchange"; readonly audience: string }
  /** A token for the application, by its name: the product takes nothing better, or the application itself serves it. */
  | { readonly kind: "application_secret"; readonly secretName: string };

export type ChatChannel =
  | { readonly service: "slack"; readonly teamId: string; readonly channelId: string }
  | { readonly service: "teams"; readonly tenantId: string; readonly teamId: string; readonly channelId: string };

/** How far a connection was tried: against an open counterpart that runs here, or not at all. */
export type IntegrationProof =
  | { readonly kind: "exercised"; readonly against: string }
  | { readonly kind: "declared, not exercised"; readonly because: string };

/** A product that a tenant can connect. One file of the catalog; `Settings` is what stands under its name. */
export interface Integration<Settings extends z.ZodType = z.ZodType> {
  /** As tenants write it, e.g. `google_workspace`; its file has `-` for `_`. */
  readonly id: string;
  readonly title: string;
  readonly purpose: IntegrationPurpose;
  /** Where the vendor says how to set its side up. */
  readonly documentation: string;
  readonly settings: Settings;
  readonly proof: IntegrationProof;
  /** Feature of the tier's `integrations` that sells it; without one, its name in `integrations.allowed` does. */
  readonly soldBy?: "scim_provisioning";
  /** True where tenants declare it as an entry of `integrations.custom`, not by its name. */
  readonly asCustom?: boolean;
  readonly connect: (settings: z.output<Settings>) => Connection;
}

/** Gives a product's file its types: `connect` gets what `settings` let through. */
export const integration = <Settings extends z.ZodType>(product: Integration<Settings>): Integration =>
  product as unknown as Integration;

/** The products of the catalog, each read when it is asked for. */
export interface IntegrationCatalog {
  readonly names: readonly string[];
  find(name: string): Integration | undefined;
}

/** A product that a tenant connects, and what its settings come to. */
export interface DeclaredConnection {
  readonly integration: Integration;
  readonly connection: Connection;
}
