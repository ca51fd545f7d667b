/**
 * The first `count` blocks of /20 (4,091 usable addresses: AWS keeps five) inside an IPv4 block of /16, e.g.
 * `10.0.0.0/16` → `10.0.0.0/20`, `10.0.16.0/20`. Pods have addresses of the VPC, so subnets are large.
 *
 * @throws RangeError for another form of block, or a count that does not fit.
 */
export function subnetBlocks(cidrBlock: string, count: number): readonly string[] {
  const match = /^(\d+)\.(\d+)\.0\.0\/16$/.exec(cidrBlock);
  if (match === null) throw new RangeError(`the network ${cidrBlock} is not of the form a.b.0.0/16`);
  if (count > 16) throw new RangeError(`${count} subnets of /20 do not fit into ${cidrBlock}; at most 16 do`);
  return Array.from({ length: count }, (_, index) => `${match[1]}.${match[2]}.${index * 16}.0/20`);
}
