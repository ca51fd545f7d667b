import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { listOf, listOrAll, type Right, type RightsOf, wordOf } from "./right.ts";
import type { StackResources } from "./stack-resources.ts";

/** Attributes of a PostgreSQL role that let it do more (CREATE ROLE). `inherit` is on unless it says otherwise. */
const attributes = [
  "superuser",
  "createDatabase",
  "createRole",
  "replication",
  "bypassRowLevelSecurity",
  "login",
  "inherit",
];
const onByDefault: ReadonlySet<string> = new Set(["inherit"]);

/** What PostgreSQL's roles are, are members of, own, and are granted. */
export const databaseRights: RightsOf = (side) => [
  ...side.ofType("postgresql:index/role:Role").flatMap(roleRights),
  ...side.ofType("postgresql:index/grantRole:GrantRole").map(membership),
  ...[...side.ofType("postgresql:index/database:Database"), ...side.ofType("postgresql:index/schema:Schema")].flatMap(
    ownership,
  ),
  ...[...side.ofType("postgresql:index/grant:Grant"), ...defaultsOf(side)].flatMap(granted),
];

const defaultsOf = (side: StackResources) => side.ofType("postgresql:index/defaultPrivileges:DefaultPrivileges");

function roleRights(role: SynthesisedResource): readonly Right[] {
  const { inputs } = role;
  const name = wordOf(inputs["name"] ?? role.name);
  const right = (property: string, parts: readonly string[], words: string): Right => ({
    parts: ["role", name, property, ...parts],
    resource: role.name,
    property,
    words: `the role ${name} ${words}`,
  });
  return [
    ...attributes
      .filter((attribute) => inputs[attribute] ?? onByDefault.has(attribute))
      .map((attribute) => right(attribute, [], `has ${attribute}`)),
    ...listOf(inputs["roles"]).map((member) => right("roles", [member, "member"], `is a member of ${member}`)),
    right(
      "validUntil",
      [wordOf(inputs["validUntil"] ?? "*")],
      `is valid ${inputs["validUntil"] === undefined ? "without end" : `until ${wordOf(inputs["validUntil"])}`}`,
    ),
  ];
}

const membership = ({ inputs, name }: SynthesisedResource): Right => ({
  parts: [
    "role",
    wordOf(inputs["role"]),
    "roles",
    wordOf(inputs["grantRole"]),
    inputs["withAdminOption"] === true ? "admin" : "member",
  ],
  resource: name,
  property: "grantRole",
  words: `the role ${wordOf(inputs["role"])} is a member of ${wordOf(inputs["grantRole"])}${inputs["withAdminOption"] === true ? " and may make others so" : ""}`,
});

const ownership = ({ type, inputs, name }: SynthesisedResource): readonly Right[] =>
  inputs["owner"] === undefined
    ? []
    : [
        {
          parts: ["owner", type, wordOf(inputs["database"]), wordOf(inputs["name"]), wordOf(inputs["owner"])],
          resource: name,
          property: "owner",
          words: `${wordOf(inputs["owner"])} owns ${wordOf(inputs["name"])}`,
        },
      ];

const placeOf = ({ type, inputs }: SynthesisedResource): readonly string[] => [
  type,
  ...["database", "schema", "objectType", "owner"].map((key) => wordOf(inputs[key] ?? "*")),
];

/** What is granted: each privilege on each object, or on all of the kind. */
function granted(grant: SynthesisedResource): readonly Right[] {
  const { inputs } = grant;
  const privileges = listOf(inputs["privileges"]).map((one) => (one.toUpperCase() === "ALL" ? "*" : one.toUpperCase()));
  return listOrAll(inputs["objects"]).flatMap((object) =>
    listOrAll(inputs["columns"]).flatMap((column) =>
      privileges.flatMap((privilege) => grantRights(grant, [object, column], privilege)),
    ),
  );
}

/** The right itself, and where the grant says so the right to grant it on. */
function grantRights(grant: SynthesisedResource, on: readonly string[], privilege: string): readonly Right[] {
  const { inputs, name } = grant;
  const [role, kind] = [wordOf(inputs["role"]), wordOf(inputs["objectType"])];
  const where = on[0] === "*" ? wordOf(inputs["schema"] ?? inputs["database"]) : on[0];
  const right = (use: string, property: string, words: string): Right => ({
    parts: ["grant", role, ...placeOf(grant), ...on, use, privilege],
    resource: name,
    property,
    words: `${role} ${words} ${privilege} on ${kind} ${where}`,
  });
  const isGrantable = inputs["withGrantOption"] === true;
  return [right("own", "privileges", "has"), ...(isGrantable ? [right("others", "withGrantOption", "may grant")] : [])];
}

/**
 * Places that a side closes to everybody: PostgreSQL gives PUBLIC rights by default, and a grant of nothing takes them.
 * Where it is gone and the database is not, they come back.
 */
export const closedPlaces: RightsOf = (side) =>
  [...side.ofType("postgresql:index/grant:Grant"), ...defaultsOf(side)]
    .filter(({ inputs }) => inputs["role"] === "public")
    .map((grant) => ({
      parts: ["closed", ...placeOf(grant)],
      resource: grant.name,
      property: "privileges",
      words: `PUBLIC has by default what is granted on each ${wordOf(grant.inputs["objectType"])} of ${wordOf(grant.inputs["schema"] ?? grant.inputs["database"])}`,
    }));

/** Whether a place's database is in the stack's hands still. */
export const hasDatabase = (side: StackResources, { parts }: Right): boolean =>
  side.all.some(
    ({ type, inputs }) =>
      type.startsWith("postgresql:") &&
      (inputs["database"] === parts[2] || (type.endsWith(":Database") && inputs["name"] === parts[2])),
  );
