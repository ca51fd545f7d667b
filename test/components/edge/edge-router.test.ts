import { deepEqual, equal } from "node:assert/strict";
import { EdgeRouter } from "../../../components/edge/edge-router.ts";
import { routeHostCode } from "../../../components/edge/route-host-code.ts";
import { uuidOf } from "../../../fleet/synth/predictions/prediction.ts";
import { declared, named, shortNames } from "../../support/declared.ts";

describe("EdgeRouter", () => {
  it("R-INF-10 publishes the function that routes host names, with the store that it asks and no other", async () => {
    const resources = await declared(() => {
      new EdgeRouter("router", { name: "cell-us-1" });
    });
    deepEqual(shortNames(resources), ["Function router", "KeyValueStore router-hosts"]);
    const { inputs } = named(resources, "router", "Function");
    deepEqual([inputs["runtime"], inputs["publish"], inputs["name"]], ["cloudfront-js-2.0", true, "cell-us-1"]);
    equal(inputs["code"], routeHostCode);
    const store = uuidOf(named(resources, "router-hosts").urn);
    deepEqual(inputs["keyValueStoreAssociations"], [`arn:aws:cloudfront::123456789012:key-value-store/${store}`]);
  });
});
