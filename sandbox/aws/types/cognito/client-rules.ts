import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { flag, map, number, text, texts } from "../../values.ts";

const refusal = (reason: string) => `api error InvalidParameterException: ${reason}`;
const secondsOf: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const day = 86_400;

/**
 * What each token may last, in seconds, and the unit where none is given.
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
const lifetimes = {
  accessToken: { least: 300, most: day, unit: "hours" },
  idToken: { least: 300, most: day, unit: "hours" },
  refreshToken: { least: 3600, most: 3650 * day, unit: "days" },
} as const;
type TokenKind = keyof typeof lifetimes;

/** Lifetimes of tokens, flows and addresses that a client of a user pool may have. */
export function checkClient(inputs: PropertyMap): readonly CheckFailure[] {
  return [...checkLifetimes(inputs), ...checkFlows(inputs), ...checkAddresses(inputs)];
}

function lifetimeOf(inputs: PropertyMap, kind: TokenKind): number | undefined {
  const amount = number(inputs, `${kind}Validity`);
  const unit = text(map(inputs, "tokenValidityUnits"), kind) ?? lifetimes[kind].unit;
  return amount === undefined ? undefined : amount * (secondsOf[unit] ?? Number.NaN);
}

function checkLifetimes(inputs: PropertyMap): readonly CheckFailure[] {
  const kinds = Object.keys(lifetimes) as TokenKind[];
  const access = lifetimeOf(inputs, "accessToken") ?? 3600;
  const refresh = lifetimeOf(inputs, "refreshToken") ?? 30 * day;
  return [
    ...kinds.flatMap((kind) => {
      const { least, most } = lifetimes[kind];
      const seconds = lifetimeOf(inputs, kind);
      const isOut = seconds !== undefined && seconds !== 0 && (seconds < least || seconds > most);
      const name = `${kind}Validity`;
      return when([isOut, name, refusal(`${name} must be between ${least} and ${most} seconds, got ${seconds ?? ""}`)]);
    }),
    ...when([
      access > refresh,
      "accessTokenValidity",
      refusal(`the access token lasts ${access} seconds, longer than the refresh token's ${refresh}`),
    ]),
  ];
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html */
function checkFlows(inputs: PropertyMap): readonly CheckFailure[] {
  const flows = texts(inputs, "explicitAuthFlows");
  const oauth = texts(inputs, "allowedOauthFlows");
  const rotates = text(map(inputs, "refreshTokenRotation"), "feature") === "ENABLED";
  return when(
    [
      rotates && flows.includes("ALLOW_REFRESH_TOKEN_AUTH"),
      "refreshTokenRotation",
      refusal("Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH"),
    ],
    [
      flows.some((flow) => flow.startsWith("ALLOW_")) && flows.some((flow) => !flow.startsWith("ALLOW_")),
      "explicitAuthFlows",
      refusal("flows with and without the prefix ALLOW_ cannot be mixed"),
    ],
    [
      oauth.includes("client_credentials") && oauth.length > 1,
      "allowedOauthFlows",
      refusal("client_credentials flow can not be selected along with code flow or implicit flow."),
    ],
    [
      oauth.includes("client_credentials") && !flag(inputs, "generateSecret"),
      "allowedOauthFlows",
      refusal("client_credentials flow can not be selected if client does not have a client secret."),
    ],
    [
      flag(inputs, "allowedOauthFlowsUserPoolClient") &&
        (oauth.length === 0 || texts(inputs, "allowedOauthScopes").length === 0),
      "allowedOauthFlowsUserPoolClient",
      refusal(
        "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
      ),
    ],
  );
}

function checkAddresses(inputs: PropertyMap): readonly CheckFailure[] {
  const addresses = [...texts(inputs, "callbackUrls"), ...texts(inputs, "logoutUrls")];
  const odd = addresses.find(
    (address) =>
      !/^(https:\/\/|http:\/\/localhost|[a-z][\w+.-]*:\/\/)/.test(address) ||
      /^http:\/\/(?!localhost)/.test(address) ||
      address.includes("#") ||
      address.includes("*"),
  );
  const fallback = text(inputs, "defaultRedirectUri");
  return when(
    [
      odd !== undefined,
      "callbackUrls",
      refusal(`${odd ?? ""} is no address to return to: https, without a fragment or a wildcard`),
    ],
    [addresses.length > 100, "callbackUrls", refusal("a client takes at most 100 callback URLs")],
    [
      fallback !== undefined && !texts(inputs, "callbackUrls").includes(fallback),
      "defaultRedirectUri",
      refusal("The default redirect URI must be in the list of callback URLs"),
    ],
  );
}
