/** A statement as a person writes it. */
export type WrittenStatement = Readonly<Record<string, unknown>>;

export const data = "arn:aws:s3:::data";
export const read = { Effect: "Allow", Action: "s3:GetObject", Resource: `${data}/*` };
const tls = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: `${data}/*`,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
export const inAccount = { StringEquals: { "aws:SourceAccount": "111122223333" } };
const trust = {
  Effect: "Allow",
  Principal: { Service: "rds.amazonaws.com" },
  Action: "sts:AssumeRole",
  Condition: inAccount,
};

/** Each with what a reviewer would call it, the narrower side, and the wider one. */
export const pairs: readonly (readonly [
  name: string,
  narrow: readonly WrittenStatement[],
  wide: readonly WrittenStatement[],
  othersAllow?: boolean,
])[] = [
  ["one action more", [read], [{ ...read, Action: ["s3:GetObject", "s3:PutObject"] }]],
  ["an action for a pattern", [read], [{ ...read, Action: "s3:Get*" }]],
  ["a pattern for everything of a service", [{ ...read, Action: "s3:Get*" }], [{ ...read, Action: "s3:*" }]],
  ["one resource for a pattern", [{ ...read, Resource: `${data}/a` }], [{ ...read, Resource: `${data}/a*` }]],
  ["a pattern for any other resource", [read], [{ ...read, Resource: "*" }]],
  [
    "a variable for a pattern",
    [{ ...read, Resource: "arn:aws:s3:::x-$" + "{aws:PrincipalTag/uid}/*" }],
    [{ ...read, Resource: "arn:aws:s3:::x-*" }],
  ],
  ["a condition taken away", [{ ...read, Condition: inAccount }], [read]],
  [
    "one value more in a condition",
    [{ ...read, Condition: inAccount }],
    [{ ...read, Condition: { StringEquals: { "aws:SourceAccount": ["111122223333", "444455556666"] } } }],
  ],
  [
    "equal for like",
    [{ ...read, Condition: { StringEquals: { "s3:prefix": "a" } } }],
    [{ ...read, Condition: { StringLike: { "s3:prefix": "a*" } } }],
  ],
  [
    "IfExists",
    [{ ...read, Condition: inAccount }],
    [{ ...read, Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } } }],
  ],
  [
    "one value fewer kept out",
    [{ ...read, Condition: { StringNotEquals: { "aws:PrincipalTag/tier": ["free", "trial"] } } }],
    [{ ...read, Condition: { StringNotEquals: { "aws:PrincipalTag/tier": "free" } } }],
  ],
  [
    "a higher bound",
    [{ ...read, Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "900" } } }],
    [{ ...read, Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } } }],
  ],
  [
    "a later end",
    [{ ...read, Condition: { DateLessThan: { "aws:CurrentTime": "2026-12-01T00:00:00Z" } } }],
    [{ ...read, Condition: { DateLessThan: { "aws:CurrentTime": "2027-12-01T00:00:00Z" } } }],
  ],
  [
    "an older TLS",
    [{ ...tls, Condition: { NumericLessThan: { "s3:TlsVersion": "1.3" } } }],
    [{ ...tls, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } }],
    true,
  ],
  [
    "a principal more",
    [trust],
    [{ ...trust, Principal: { Service: ["rds.amazonaws.com", "ec2.amazonaws.com"] } }],
    true,
  ],
  [
    "a role for its account",
    [{ ...trust, Principal: { AWS: "arn:aws:iam::111122223333:role/ops" } }],
    [{ ...trust, Principal: { AWS: "111122223333" } }],
    true,
  ],
  [
    "an account for everybody",
    [{ ...trust, Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
    [{ ...trust, Principal: "*" }],
    true,
  ],
  ["a denial taken away from a resource", [tls], [], true],
  ["a denial of fewer actions", [tls], [{ ...tls, Action: "s3:Get*" }], true],
  ["a denial on a resource fewer", [{ ...tls, Resource: [data, `${data}/*`] }], [tls], true],
  [
    "a denial under more conditions",
    [tls],
    [{ ...tls, Condition: { Bool: { "aws:SecureTransport": "false" }, ...inAccount } }],
    true,
  ],
  [
    "a denial taken away from what is allowed beside it",
    [
      { ...read, Action: "s3:*" },
      { Effect: "Deny", Action: "s3:Delete*", Resource: "*" },
    ],
    [{ ...read, Action: "s3:*" }],
  ],
  [
    "one action fewer in NotAction",
    [{ ...read, Action: undefined, NotAction: ["iam:*", "kms:*"] }],
    [{ ...read, Action: undefined, NotAction: "iam:*" }],
  ],
  ["an action for all but some", [read], [{ ...read, Action: undefined, NotAction: "iam:*" }]],
  [
    "a resource fewer in NotResource",
    [{ Effect: "Allow", Action: "s3:GetObject", NotResource: [data, "arn:aws:s3:::logs"] }],
    [{ Effect: "Allow", Action: "s3:GetObject", NotResource: data }],
  ],
  [
    "fewer principals kept out",
    [{ ...tls, Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/a" } }],
    [
      {
        ...tls,
        Principal: undefined,
        NotPrincipal: { AWS: ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"] },
      },
    ],
    true,
  ],
  ["a statement more", [read], [read, { ...read, Action: "s3:PutObject" }]],
];

export const rewrites: readonly (readonly [
  name: string,
  one: readonly WrittenStatement[],
  other: readonly WrittenStatement[],
])[] = [
  [
    "the order and the id of statements",
    [read, { ...read, Action: "s3:PutObject" }],
    [
      { ...read, Sid: "b", Action: "s3:PutObject" },
      { ...read, Sid: "a" },
    ],
  ],
  [
    "two statements in one",
    [read, { ...read, Action: "s3:PutObject" }],
    [{ ...read, Action: ["s3:PutObject", "s3:GetObject"] }],
  ],
  ["upper and lower case of an action", [read], [{ ...read, Action: "S3:getobject" }]],
  ["a list of one", [read], [{ ...read, Action: ["s3:GetObject"], Resource: [`${data}/*`] }]],
  [
    "what a denial of all else leaves",
    [{ ...read, Action: ["s3:GetObject", "s3:PutObject"] }],
    [
      { ...read, Action: "s3:*" },
      { Effect: "Deny", NotAction: ["s3:GetObject", "s3:PutObject"], Resource: "*" },
    ],
  ],
  [
    "what a denial elsewhere leaves",
    [read],
    [
      { ...read, Resource: "*" },
      { Effect: "Deny", Action: "*", NotResource: `${data}/*` },
    ],
  ],
  [
    "an account's root and its number",
    [{ ...trust, Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
    [{ ...trust, Principal: { AWS: "111122223333" } }],
  ],
  ["Principal * and AWS *", [{ ...trust, Principal: "*" }], [{ ...trust, Principal: { AWS: "*" } }]],
  [
    "key of a condition in another case",
    [{ ...read, Condition: inAccount }],
    [{ ...read, Condition: { StringEquals: { "AWS:sourceaccount": ["111122223333"] } } }],
  ],
];
