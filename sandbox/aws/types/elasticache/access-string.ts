/**
 * What is wrong with a user's access string; undefined where nothing is.
 *
 * Passwords and `reset` are the service's own, every other word is Valkey's ACL
 * (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html, https://valkey.io/topics/acl/).
 */
export function accessStringProblem(access: string): string | undefined {
  for (const word of access.trim().split(/\s+/)) {
    if (/^(reset|nopass|resetpass)$/i.test(word) || /^[<>#!]/.test(word))
      return `${word} cannot be part of an access string`;
    if (!isRule(word)) return `${word} is not a rule of an access control list`;
  }
  return undefined;
}

const isRule = (word: string): boolean =>
  /^(on|off|allkeys|resetkeys|allcommands|nocommands|allchannels|resetchannels|clearselectors)$/i.test(word) ||
  /^[+-]@?[a-z][a-z0-9|_.-]*$/i.test(word) ||
  /^(%(R|W|RW))?~\S+$/i.test(word) ||
  /^&\S+$/.test(word);
