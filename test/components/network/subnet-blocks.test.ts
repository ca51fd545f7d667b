import { deepEqual, throws } from "node:assert/strict";
import { subnetBlocks } from "../../../components/network/subnet-blocks.ts";

describe("subnetBlocks", () => {
  it("cuts a block of /16 into blocks of /20 that do not overlap", () => {
    deepEqual(subnetBlocks("10.7.0.0/16", 3), ["10.7.0.0/20", "10.7.16.0/20", "10.7.32.0/20"]);
    deepEqual(subnetBlocks("10.7.0.0/16", 16).at(-1), "10.7.240.0/20");
  });

  it("refuses a block of another size, and more subnets than fit", () => {
    throws(() => subnetBlocks("10.0.0.0/20", 1), /10\.0\.0\.0\/20 is not of the form a\.b\.0\.0\/16/);
    throws(() => subnetBlocks("10.0.0.0/16", 17), /17 subnets of \/20 do not fit/);
  });
});
