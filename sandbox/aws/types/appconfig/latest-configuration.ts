import type { World } from "../../../world/world.ts";
import { allRows } from "../../rows.ts";
import { text } from "../../values.ts";

/** What a reader asks AppConfig for; each part by its name or its id. */
export interface ConfigurationAsked {
  readonly application: string;
  readonly environment: string;
  readonly profile: string;
}

/**
 * The content that was deployed last, as AppConfig's data plane hands it out.
 *
 * @throws Error that names the part which does not exist, or says that nothing is deployed
 */
export function latestConfiguration(world: World, { application, environment, profile }: ConfigurationAsked): string {
  const find = (type: string, asked: string, applicationId?: string) => {
    const found = allRows(world, type).find(
      (row) =>
        (row.inputs["name"] === asked || row.id.split(":")[0] === asked) &&
        (applicationId === undefined || row.inputs["applicationId"] === applicationId),
    );
    if (found === undefined) throw new Error(`ResourceNotFoundException: ${type} ${asked} does not exist.`);
    return found.id.split(":")[0] ?? "";
  };
  const applicationId = find("aws:appconfig/application:Application", application);
  const environmentId = find("aws:appconfig/environment:Environment", environment, applicationId);
  const profileId = find("aws:appconfig/configurationProfile:ConfigurationProfile", profile, applicationId);
  const [last] = allRows(world, "aws:appconfig/deployment:Deployment")
    .filter(({ inputs }) => inputs["environmentId"] === environmentId && inputs["configurationProfileId"] === profileId)
    .sort((one, other) => Number(other.computed["deploymentNumber"]) - Number(one.computed["deploymentNumber"]));
  const id = `${applicationId}/${profileId}/${text(last?.inputs ?? {}, "configurationVersion") ?? ""}`;
  const version = allRows(world, "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion").find(
    (row) => row.id === id,
  );
  const content = version === undefined ? undefined : text(version.inputs, "content");
  if (content === undefined) throw new Error(`ResourceNotFoundException: nothing is deployed to ${environment}.`);
  return content;
}
