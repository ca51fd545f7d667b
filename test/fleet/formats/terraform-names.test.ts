import { deepEqual, equal, match } from "node:assert/strict";
import { nestedShape, snakeCase, terraformType } from "../../../fleet/formats/terraform-names.ts";
import { derivedResources } from "../../../sandbox/aws/derived-types.ts";

describe("names in Terraform's AWS provider", () => {
  it("are known for every type that the embedded account has data for", () => {
    const unknown = Object.keys(derivedResources()).filter((token) => terraformType(token) === undefined);
    deepEqual(unknown, [], "run scripts/derive-terraform-names.ts");
  });

  it("are valid, and no two types share one", () => {
    const types = Object.keys(derivedResources()).flatMap((token) => terraformType(token)?.type ?? []);
    for (const type of types) match(type, /^aws_[a-z0-9_]+$/);
    equal(new Set(types).size, types.length);
  });

  for (const [token, type] of [
    ["aws:ec2/vpc:Vpc", "aws_vpc"],
    ["aws:ec2/securityGroup:SecurityGroup", "aws_security_group"],
    ["aws:rds/instance:Instance", "aws_db_instance"],
    ["aws:rds/cluster:Cluster", "aws_rds_cluster"],
    ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "aws_s3_bucket_lifecycle_configuration"],
    ["aws:apigateway/restApi:RestApi", "aws_api_gateway_rest_api"],
    ["aws:cloudtrail/trail:Trail", "aws_cloudtrail"],
    ["aws:cfg/recorder:Recorder", "aws_config_configuration_recorder"],
  ] as const) {
    it(`calls ${token} ${type}`, () => {
      equal(terraformType(token)?.type, type);
    });
  }

  it("make a list of one again from what Pulumi flattens, and a singular from its plural", () => {
    deepEqual(terraformType("aws:rds/cluster:Cluster")?.inputs["serverlessv2ScalingConfiguration"], {
      list: true,
      of: "rds.ClusterServerlessv2ScalingConfiguration",
    });
    deepEqual(terraformType("aws:wafv2/webAcl:WebAcl")?.inputs["rules"], {
      name: "rule",
      list: true,
      of: "wafv2.WebAclRule",
    });
    deepEqual(nestedShape("wafv2.WebAclRule")["statement"], { list: true, of: "wafv2.WebAclRuleStatement" });
  });

  it("leave a map and an object that is no block as they are", () => {
    equal(terraformType("aws:kms/key:Key")?.inputs["tags"], undefined);
    deepEqual(terraformType("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")?.inputs["timeouts"], {
      of: "s3.BucketLifecycleConfigurationTimeouts",
    });
  });

  it("are snake_case, letter by letter", () => {
    equal(snakeCase("kmsMasterKeyId"), "kms_master_key_id");
  });
});
