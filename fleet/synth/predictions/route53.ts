import { capitalsOf, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon Route 53. */
export const route53Predictions: ServicePredictions = {
  "aws:route53/zone:Zone": {
    id: ({ urn }) => `Z${capitalsOf(urn, 20)}`,
    outputs: (context, id) => ({
      zoneId: id,
      arn: `arn:${context.partition}:route53:::hostedzone/${id}`,
      nameServers: ["com", "net", "org", "co.uk"].map((end, index) => `ns-${index * 512 + 1}.awsdns-0${index}.${end}`),
      primaryNameServer: "ns-1.awsdns-00.com",
      ...tagsAll(context),
    }),
  },
  "aws:route53/record:Record": {
    id: (context) => `${text(context, "zoneId")}_${bare(text(context, "name"))}_${text(context, "type")}`,
    outputs: (context) => ({ fqdn: bare(text(context, "name")) }),
  },
};

const bare = (name: string) => name.replace(/\.$/, "");
