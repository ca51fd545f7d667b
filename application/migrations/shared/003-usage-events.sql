-- What tenants used, partitioned by year: the largest table, written much and read little. Tenants have no grant on a
-- partition, so that the parent's policies are the only way in; row security is forced on each of them all the same.

CREATE TABLE :"schema".usage_events (
  tenant_role name NOT NULL DEFAULT current_user,
  occurred_at timestamptz NOT NULL DEFAULT now(),
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  metric text NOT NULL CHECK (metric ~ '^[a-z][a-z_]{0,62}$'),
  amount numeric NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (tenant_role, occurred_at, event_id)
) PARTITION BY RANGE (occurred_at);

CREATE TABLE :"schema".usage_events_2026 PARTITION OF :"schema".usage_events FOR VALUES FROM ('2026-01-01Z') TO ('2027-01-01Z');
CREATE TABLE :"schema".usage_events_2027 PARTITION OF :"schema".usage_events FOR VALUES FROM ('2027-01-01Z') TO ('2028-01-01Z');
CREATE TABLE :"schema".usage_events_other PARTITION OF :"schema".usage_events DEFAULT;

ALTER TABLE :"schema".usage_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events FORCE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events_2026 ENABLE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events_2026 FORCE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events_2027 ENABLE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events_2027 FORCE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events_other ENABLE ROW LEVEL SECURITY;
ALTER TABLE :"schema".usage_events_other FORCE ROW LEVEL SECURITY;

CREATE POLICY own_rows ON :"schema".usage_events
  USING (tenant_role = current_user AND current_user <> :'group')
  WITH CHECK (tenant_role = current_user AND current_user <> :'group');

-- Usage is a record: nobody changes it.
GRANT SELECT, INSERT ON :"schema".usage_events TO :"group";
