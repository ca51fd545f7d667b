import { deepEqual, equal } from "node:assert/strict";
import { ServiceEndpoints } from "../../../components/network/service-endpoints.ts";
import { declared, named } from "../../support/declared.ts";

const resources = () =>
  declared(
    () =>
      new ServiceEndpoints("doors", {
        region: "us-east-1",
        vpcId: "vpc-0",
        subnetIds: ["subnet-a", "subnet-b"],
        routeTableId: "rtb-0",
      }),
  );

describe("ServiceEndpoints", () => {
  it("R-SEC-9 opens a private door to each service that a private cluster and its tenants call", async () => {
    const doors = (await resources()).filter(({ type }) => type.endsWith(":VpcEndpoint"));
    deepEqual(
      doors.map(({ inputs }) => String(inputs["serviceName"]).replace("com.amazonaws.us-east-1.", "")),
      [
        "appconfigdata",
        "autoscaling",
        "ec2",
        "ecr.api",
        "ecr.dkr",
        "eks",
        "eks-auth",
        "events",
        "kms",
        "logs",
        "s3",
        "secretsmanager",
        "sts",
      ],
    );
    for (const { name, inputs } of doors) {
      deepEqual(
        [inputs["vpcEndpointType"], inputs["privateDnsEnabled"]],
        name === "doors-s3" ? ["Gateway", undefined] : ["Interface", true],
      );
    }
  });

  it("R-SEC-9 lets nobody in by itself: rules name groups, elsewhere", async () => {
    const { ingress, egress } = named(await resources(), "doors").inputs;
    equal(ingress ?? egress, undefined);
  });
});
