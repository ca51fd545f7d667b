/** Every product's name, as it stands under `integrations` in a tenant's file. */
export { integrationNames } from "../../model/integration-names.ts";
