-- What the tenant used, partitioned by year.

CREATE TABLE :"schema".usage_events (
  tenant_role name NOT NULL DEFAULT current_user CHECK (tenant_role = :'role'),
  occurred_at timestamptz NOT NULL DEFAULT now(),
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  metric text NOT NULL CHECK (metric ~ '^[a-z][a-z_]{0,62}$'),
  amount numeric NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (tenant_role, occurred_at, event_id)
) PARTITION BY RANGE (occurred_at);

CREATE TABLE :"schema".usage_events_2026 PARTITION OF :"schema".usage_events FOR VALUES FROM ('2026-01-01Z') TO ('2027-01-01Z');
CREATE TABLE :"schema".usage_events_2027 PARTITION OF :"schema".usage_events FOR VALUES FROM ('2027-01-01Z') TO ('2028-01-01Z');
CREATE TABLE :"schema".usage_events_other PARTITION OF :"schema".usage_events DEFAULT;

REVOKE ALL ON :"schema".usage_events, :"schema".usage_events_2026, :"schema".usage_events_2027, :"schema".usage_events_other FROM :"role";
GRANT SELECT, INSERT ON :"schema".usage_events TO :"role";
