import type { TypeDefinition } from "../../define-type.ts";
import { defaultSecurityGroup } from "./default-security-group.ts";
import { eip } from "./eip.ts";
import { flowLog } from "./flow-log.ts";
import { internetGateway } from "./internet-gateway.ts";
import { launchTemplate } from "./launch-template.ts";
import { natGateway } from "./nat-gateway.ts";
import { route } from "./route.ts";
import { routeTable } from "./route-table.ts";
import { routeTableAssociation } from "./route-table-association.ts";
import { securityGroup } from "./security-group.ts";
import { subnet } from "./subnet.ts";
import { vpc } from "./vpc.ts";
import { vpcEndpoint } from "./vpc-endpoint.ts";

export const ec2Types: readonly TypeDefinition[] = [
  defaultSecurityGroup,
  eip,
  flowLog,
  internetGateway,
  launchTemplate,
  natGateway,
  route,
  routeTable,
  routeTableAssociation,
  securityGroup,
  subnet,
  vpc,
  vpcEndpoint,
];
