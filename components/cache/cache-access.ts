/**
 * What a tenant's user may do in a cache that it shares, in Valkey's words (https://valkey.io/topics/acl/): data
 * commands on its own keys and channels.
 *
 * SCAN, RANDOMKEY, DBSIZE and PUBSUB answer for all keys and channels whatever the user may reach, so they are taken
 * away by name; scripts would hold up everybody. What a cluster's client asks first is given back.
 */
export const sharedAccess = (keyPrefix: string, active: boolean): string =>
  `${active ? "on" : "off"} ~${keyPrefix}* resetchannels &${keyPrefix}* -@all +@read +@write +@connection +@transaction +@pubsub ` +
  "-@admin -@dangerous -@scripting -scan -randomkey -dbsize -pubsub +cluster|slots +cluster|shards +command";

/** What a tenant's user may do in a cache of its own: everything but administration. */
export const ownAccess = (active: boolean): string =>
  `${active ? "on" : "off"} ~* resetchannels &* -@all +@all -@admin -@dangerous +cluster|slots +cluster|shards`;
