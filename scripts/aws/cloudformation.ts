import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { matchName } from "./match-names.ts";

/** What CloudFormation's registry knows of one property. */
interface CloudFormationFacts {
  readonly replaces?: "yes" | "maybe";
  readonly oneOf?: readonly string[];
}

/** Looks a property up by Pulumi's name; undefined where the registry has no such property. */
export type FindProperty = (name: string) => CloudFormationFacts | undefined;

const database = (() => {
  let loaded: ReturnType<typeof loadAwsServiceSpecSync> | undefined;
  return () => {
    loaded ??= loadAwsServiceSpecSync();
    return loaded;
  };
})();

/** The registry's view of a resource type, e.g. `AWS::KMS::Key`. @throws where there is no such type. */
export function cloudFormationType(typeName: string, names: Readonly<Record<string, string>>): FindProperty {
  const resource = database().lookup("resource", "cloudFormationType", "equals", typeName).only();
  return (name) => {
    const property = matchName(name, resource.properties, names);
    if (!property) return undefined;
    const { causesReplacement, type } = property;
    const values = "allowedValues" in type ? type.allowedValues?.map(String) : undefined;
    return {
      ...(causesReplacement === "yes" || causesReplacement === "maybe" ? { replaces: causesReplacement } : {}),
      ...(values?.length ? { oneOf: [...values] } : {}),
    };
  };
}
