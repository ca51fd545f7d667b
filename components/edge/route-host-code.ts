/**
 * The edge function of a cell, as CloudFront runs it (JavaScript runtime 2.0): finds the tenant of a host name in the
 * key value store, refuses who is not there or does not serve, and tells the cell's gateway whose request it is.
 *
 * It fails closed: without an answer of the store nothing passes. A viewer's own headers of these names are replaced.
 * `x-tenantry-cache` is part of the cache key of static files: `shared` where they may be answered from the cache, else
 * different for every request, so that none is.
 */
export const routeHostCode = `import cf from 'cloudfront';

const tenants = cf.kvs();

const refusal = (statusCode, statusDescription, text) => ({
  statusCode,
  statusDescription,
  headers: {
    'content-type': { value: 'text/plain; charset=utf-8' },
    'cache-control': { value: 'no-store' },
  },
  body: text,
});

async function handler(event) {
  const request = event.request;
  const host = request.headers.host ? request.headers.host.value.toLowerCase().replace(/:443$/, '') : '';
  let tenant;
  try {
    tenant = await tenants.get(host, { format: 'json' });
  } catch (_unknown) {
    return refusal(404, 'Not Found', 'Nobody is at this address.');
  }
  if (tenant.serves !== true) return refusal(503, 'Service Unavailable', 'This address is out of service.');
  request.headers['x-tenantry-namespace'] = { value: tenant.namespace };
  request.headers['x-tenantry-cache'] = { value: tenant.cached === true ? 'shared' : event.context.requestId };
  return request;
}
`;
