/**
 * One line of JSON for each request. The key's id, never its value; no header and no query, which may hold secrets.
 *
 * Variables: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export const accessLogFormat = JSON.stringify({
  requestId: "$context.requestId",
  time: "$context.requestTimeEpoch",
  apiKeyId: "$context.identity.apiKeyId",
  sourceIp: "$context.identity.sourceIp",
  method: "$context.httpMethod",
  resource: "$context.resourcePath",
  status: "$context.status",
  bytes: "$context.responseLength",
  latency: "$context.responseLatency",
  error: "$context.error.responseType",
  waf: "$context.waf.status",
});
