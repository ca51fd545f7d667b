import { type Control, type Evidence, enforcedBy, input, numberOf, ownOf } from "../control.ts";
import { securityOf } from "../settings.ts";
import { userPools } from "../user-pools.ts";

const row = "R-SEC-6";
const path = (name: string) => `configuration.security.sessions.${name}`;
const clients = (evidence: Evidence) => ownOf(evidence, "aws:cognito/userPoolClient:UserPoolClient");

const minutesIn: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

/** Validity of a kind of token in minutes, in whatever unit the client says it. */
const minutesOf = (client: Parameters<typeof input>[0], value: string, unit: string, unitWithout: string): number =>
  numberOf(input(client, value)) *
  (minutesIn[String(input(client, "tokenValidityUnits", unit) ?? unitWithout)] ?? Number.NaN);

/** Sessions of users: how long they last, and how they end. */
export const controls: readonly Control[] = [
  {
    id: "access-token-lifetime",
    row,
    paths: [path("access_token_minutes")],
    demand: (plan) => `an access token ends after ${securityOf(plan).sessions.access_token_minutes} minutes`,
    judge: (evidence) => {
      const most = securityOf(evidence.plan).sessions.access_token_minutes;
      const held = clients(evidence).filter((client) => {
        const minutes = minutesOf(client, "accessTokenValidity", "accessToken", "hours");
        return minutes > 0 && minutes <= most;
      });
      return enforcedBy(held, `no client's access tokens end within ${most} minutes`);
    },
  },
  {
    id: "refresh-token-lifetime",
    row,
    paths: [path("refresh_token_days")],
    demand: (plan) => `a sign-in ends after ${securityOf(plan).sessions.refresh_token_days} days`,
    judge: (evidence) => {
      const most = securityOf(evidence.plan).sessions.refresh_token_days * 1440;
      const held = clients(evidence).filter((client) => {
        const minutes = minutesOf(client, "refreshTokenValidity", "refreshToken", "days");
        return minutes > 0 && minutes <= most;
      });
      return enforcedBy(held, "no client's refresh tokens end in time");
    },
  },
  {
    id: "session-revocation",
    row,
    paths: [path("revocation")],
    demand: (plan) => (securityOf(plan).sessions.revocation ? "a session can be ended before its time" : undefined),
    judge: (evidence) =>
      enforcedBy(
        clients(evidence).filter((client) => input(client, "enableTokenRevocation") !== false),
        "no client revokes tokens",
      ),
  },
  {
    id: "device-tracking",
    row,
    paths: [path("device_tracking")],
    demand: (plan) => (securityOf(plan).sessions.device_tracking ? "devices are remembered" : undefined),
    judge: (evidence) =>
      enforcedBy(
        userPools(evidence).filter((pool) => input(pool, "deviceConfiguration") !== undefined),
        "the user pool remembers no device",
      ),
  },
];
