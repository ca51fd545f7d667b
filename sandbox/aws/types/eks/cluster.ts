import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { ec2Id, hex } from "../../identifiers.ts";
import { requireKey, requireRole } from "../../references.ts";
import { allRows, type Row, removeRow, rowsOf } from "../../rows.ts";
import { flag, map, text, texts } from "../../values.ts";
import { requireSecurityGroups } from "../ec2/security-group.ts";
import { requireSubnets } from "../ec2/subnet.ts";

const token = "aws:eks/cluster:Cluster";
const logTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
const own = [
  "aws:eks/addon:Addon",
  "aws:eks/accessEntry:AccessEntry",
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation",
];

export const cluster = defineType({
  token,
  naming: { input: "name", maximumLength: 100 },
  // Encryption can be switched on, never off or to another key; the provider replaces only then.
  defaults: { bootstrapSelfManagedAddons: true, deletionProtection: false, version: "1.34" },
  madeInside: { vpcConfig: ["clusterSecurityGroupId", "vpcId"] },
  check: checkCluster,
  create: async (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    refuseTaken(account, name);
    requireRole(account, text(inputs, "roleArn"), "InvalidParameterException");
    requireKey(account, text(map(map(inputs, "encryptionConfig"), "provider"), "keyArn"), "InvalidParameterException");
    const vpcConfig = placed(account, map(inputs, "vpcConfig"), ec2Id("sg"));
    const server = await account.world.kubernetes.start(name);
    const computed = {
      clusterId: "",
      createdAt: account.world.now().toISOString(),
      platformVersion: "eks.1",
      status: "ACTIVE",
      identities: [
        { oidcs: [{ issuer: `https://oidc.eks.${account.region}.amazonaws.com/id/${hex(32).toUpperCase()}` }] },
      ],
      ...settings(inputs),
      vpcConfig,
      endpoint: server.endpoint,
      certificateAuthority: { data: server.certificateAuthority },
    };
    return { id: name, arn: arn(account, "eks", `cluster/${name}`), state: "ACTIVE", computed };
  },
  update: (row, news, account) => change(row, news, account),
  live: (row, account) => {
    const server = account.world.kubernetes.get(row.id);
    return server ? { endpoint: server.endpoint, certificateAuthority: { data: server.certificateAuthority } } : {};
  },
  delete: async (row, account) => {
    if (flag(row.inputs, "deletionProtection"))
      throw new AwsError(
        "InvalidRequestException",
        `Cluster ${row.id} has deletion protection enabled and cannot be deleted`,
      );
    const groups = rowsOf(account, "aws:eks/nodeGroup:NodeGroup").filter(
      ({ inputs }) => text(inputs, "clusterName") === row.id,
    );
    if (groups.length > 0)
      throw new AwsError(
        "ResourceInUseException",
        `Cluster has nodegroups attached: ${groups.map(({ id }) => id).join(", ")}`,
      );
    await account.world.kubernetes.remove(row.id);
    const inside = own
      .flatMap((type) => rowsOf(account, type))
      .filter(({ inputs }) => text(inputs, "clusterName") === row.id);
    for (const each of inside) removeRow(account.world, each);
    return undefined;
  },
});

function checkCluster(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const version = text(inputs, "version");
  const odd = texts(inputs, "enabledClusterLogTypes").find((type) => !logTypes.includes(type));
  const mode = text(map(inputs, "accessConfig"), "authenticationMode");
  return when(
    [
      name !== undefined && !/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name),
      "name",
      `api error InvalidParameterException: cluster name ${name ?? ""} must match ^[0-9A-Za-z][A-Za-z0-9\\-_]{0,99}$`,
    ],
    [
      version !== undefined && !/^1\.\d{2}$/.test(version),
      "version",
      `api error InvalidParameterException: unsupported Kubernetes version ${version ?? ""}`,
    ],
    [
      odd !== undefined,
      "enabledClusterLogTypes",
      `expected enabledClusterLogTypes to be some of [${logTypes.join(" ")}], got ${odd ?? ""}`,
    ],
    [
      mode !== undefined && !["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"].includes(mode),
      "accessConfig",
      `expected authenticationMode to be one of [API API_AND_CONFIG_MAP CONFIG_MAP], got ${mode ?? ""}`,
    ],
  );
}

/** The sandbox runs one API server for a name, whatever its account. */
function refuseTaken(account: Account, name: string): void {
  const taken = allRows(account.world, token).find(({ id }) => id === name);
  if (!taken) return;
  const here = taken.accountId === account.accountId && taken.region === account.region;
  const where = here
    ? ""
    : ` in account ${taken.accountId}, ${taken.region}; the sandbox has one API server for a name over all accounts and Regions`;
  throw new AwsError("ResourceInUseException", `Cluster already exists with name: ${name}${where}`);
}

function placed(account: Account, config: PropertyMap, clusterSecurityGroupId: unknown): PropertyMap {
  const { vpcId, zones } = requireSubnets(account, texts(config, "subnetIds"), "InvalidParameterException");
  if (zones.length < 2)
    throw new AwsError(
      "InvalidParameterException",
      `Subnets specified must be in at least two different AZs, these are in ${zones.join(", ")}`,
    );
  requireSecurityGroups(account, texts(config, "securityGroupIds"));
  return {
    endpointPrivateAccess: false,
    endpointPublicAccess: true,
    publicAccessCidrs: ["0.0.0.0/0"],
    ...config,
    vpcId,
    clusterSecurityGroupId,
  };
}

function change(row: Row, news: PropertyMap, account: Account): PropertyMap {
  const { before, after } = { before: minor(row.inputs), after: minor(news) };
  if (before !== undefined && after !== undefined && (after < before || after > before + 1)) {
    throw new AwsError(
      "InvalidParameterException",
      `Unsupported Kubernetes minor version update from 1.${before} to 1.${after}: one minor version up at a time`,
    );
  }
  const group = map(row.computed, "vpcConfig")["clusterSecurityGroupId"];
  return { ...settings(news), vpcConfig: placed(account, map(news, "vpcConfig"), group) };
}

/** Settings that EKS completes. */
function settings(inputs: PropertyMap): PropertyMap {
  return {
    accessConfig: {
      authenticationMode: "CONFIG_MAP",
      bootstrapClusterCreatorAdminPermissions: true,
      ...map(inputs, "accessConfig"),
    },
    kubernetesNetworkConfig: {
      ipFamily: "ipv4",
      serviceIpv4Cidr: "172.20.0.0/16",
      ...map(inputs, "kubernetesNetworkConfig"),
    },
    upgradePolicy: { supportType: "EXTENDED", ...map(inputs, "upgradePolicy") },
  };
}

function minor(inputs: PropertyMap): number | undefined {
  const version = text(inputs, "version");
  return version === undefined ? undefined : Number(version.split(".")[1]);
}
