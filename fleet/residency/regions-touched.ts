import { isResident } from "../../model/residency.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";

/** A resource that is, or names something, in a Region. */
export interface RegionTouch {
  readonly urn: string;
  readonly type: string;
  readonly region: string;
}

/**
 * Types that CloudFront only knows in us-east-1, wherever the cell is. They configure the edge and hold no content:
 * certificates of domains, rules of a web ACL, and where access logs go, which is the cell's own Region.
 */
const edgeConfiguration: ReadonlySet<string> = new Set([
  "aws:acm/certificate:Certificate",
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:wafv2/webAcl:WebAcl",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  "aws:cloudwatch/logDelivery:LogDelivery",
]);
const edgeRegion = "us-east-1";
/** Services whose ARNs may name the edge's Region for the same reason. */
const edgeArn = /^arn:[\w-]+:(acm|wafv2|logs):us-east-1:/;

const regionOfArn = /arn:[\w-]+:[\w-]+:([a-z]{2}(?:-[a-z]+)+-\d):/g;

/**
 * Every Region that a stack's AWS resources are in, or name in an ARN: a provider's, a resource's own, and those of
 * what copies, keys and policies point at. The edge's configuration in us-east-1 is left out.
 */
export function regionsTouched({ resources }: Pick<SynthesisedStack, "resources">): readonly RegionTouch[] {
  const providers = new Map(
    resources
      .filter(({ type }) => type === "pulumi:providers:aws")
      .map(({ urn, inputs }) => [urn, String(inputs["region"])]),
  );
  return resources
    .filter(({ type }) => type.startsWith("aws:") || type === "pulumi:providers:aws")
    .flatMap((resource) =>
      [...new Set([placeOf(resource, providers), ...named(resource)])].flatMap((region) =>
        region === undefined ? [] : [{ urn: resource.urn, type: resource.type, region }],
      ),
    );
}

function placeOf(
  { type, inputs, options }: SynthesisedResource,
  providers: ReadonlyMap<string, string>,
): string | undefined {
  const own = inputs["region"];
  const region = typeof own === "string" ? own : providers.get(options.provider ?? "");
  return region === edgeRegion && edgeConfiguration.has(type) ? undefined : region;
}

/** Regions in the ARNs of its inputs. */
function named({ inputs }: SynthesisedResource): readonly string[] {
  return [...JSON.stringify(inputs).matchAll(regionOfArn)]
    .filter(([arn]) => !edgeArn.test(arn))
    .map(([, region = ""]) => region);
}

/** What a stack puts outside `residency`, each with its Region; empty where everything stays inside. */
export const outsideResidency = (
  stack: Pick<SynthesisedStack, "resources">,
  residency: string,
): readonly RegionTouch[] => regionsTouched(stack).filter(({ region }) => !isResident(region, residency));
