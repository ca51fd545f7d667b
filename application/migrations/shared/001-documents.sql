-- Tables that tenants share. A row belongs to the role that connects: roles cannot be forged, settings can.
-- The tenant's column comes first in every key, since keys are checked across rows that the tenant cannot see.

GRANT USAGE ON SCHEMA :"schema" TO :"group";
GRANT USAGE ON SCHEMA :"schema" TO :"deleter";

CREATE TABLE :"schema".documents (
  tenant_role name NOT NULL DEFAULT current_user,
  document_id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  body text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_role, document_id),
  UNIQUE (tenant_role, title)
);

CREATE TABLE :"schema".document_revisions (
  tenant_role name NOT NULL DEFAULT current_user,
  document_id uuid NOT NULL,
  revision bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_role, document_id, revision),
  FOREIGN KEY (tenant_role, document_id) REFERENCES :"schema".documents ON DELETE CASCADE
);

ALTER TABLE :"schema".documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE :"schema".documents FORCE ROW LEVEL SECURITY;
ALTER TABLE :"schema".document_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE :"schema".document_revisions FORCE ROW LEVEL SECURITY;

-- A tenant may SET ROLE to the group it is a member of; rows of the group would be common ground, so there are none.
-- The policies are for everybody and name no role: a member of a role may say DROP OWNED BY it, and a policy that is for
-- that role alone then goes, for all tenants.
CREATE POLICY own_rows ON :"schema".documents
  USING (tenant_role = current_user AND current_user <> :'group')
  WITH CHECK (tenant_role = current_user AND current_user <> :'group');
CREATE POLICY own_rows ON :"schema".document_revisions
  USING (tenant_role = current_user AND current_user <> :'group')
  WITH CHECK (tenant_role = current_user AND current_user <> :'group');

-- No DELETE (it allows LOCK TABLE … ACCESS EXCLUSIVE), no table-wide UPDATE (so does that), no TRUNCATE (ignores row
-- security), no TRIGGER (code of one tenant would run as another), no REFERENCES (probes keys).
GRANT SELECT, INSERT ON :"schema".documents TO :"group";
GRANT UPDATE (title, body, updated_at) ON :"schema".documents TO :"group";
GRANT SELECT, INSERT ON :"schema".document_revisions TO :"group";

CREATE VIEW :"schema".recent_documents WITH (security_invoker = true, security_barrier = true) AS
  SELECT document_id, title, updated_at FROM :"schema".documents WHERE updated_at > now() - interval '30 days';
GRANT SELECT ON :"schema".recent_documents TO :"group";
