const plain = (name: string) => name.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");

/**
 * Finds the property of another naming scheme that means the same: by the mapping where it names one, else by equal
 * letters, whatever their case and whether the name is plural (`subnetIds`, `SubnetIds`).
 */
export function matchName<T>(
  name: string,
  others: Readonly<Record<string, T>>,
  mapping: Readonly<Record<string, string>> = {},
): T | undefined {
  const wanted = [mapping[name], name].filter((each) => each !== undefined).map(plain);
  const found = wanted.map((each) => Object.keys(others).find((other) => plain(other) === each));
  const first = found.find((each) => each !== undefined);
  return first === undefined ? undefined : others[first];
}
