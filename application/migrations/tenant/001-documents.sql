-- The same tables in a schema of the tenant's own. The platform owns them, so that the tenant's role can neither drop
-- them nor hang a trigger on them that a later migration would run. `tenant_role` is kept, so that the application's
-- queries are the same at every level.

GRANT USAGE ON SCHEMA :"schema" TO :"role";

CREATE TABLE :"schema".documents (
  tenant_role name NOT NULL DEFAULT current_user CHECK (tenant_role = :'role'),
  document_id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  body text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_role, document_id),
  UNIQUE (tenant_role, title)
);

CREATE TABLE :"schema".document_revisions (
  tenant_role name NOT NULL DEFAULT current_user CHECK (tenant_role = :'role'),
  document_id uuid NOT NULL,
  revision bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_role, document_id, revision),
  FOREIGN KEY (tenant_role, document_id) REFERENCES :"schema".documents ON DELETE CASCADE
);

REVOKE ALL ON :"schema".documents, :"schema".document_revisions FROM :"role";
GRANT SELECT, INSERT ON :"schema".documents, :"schema".document_revisions TO :"role";
GRANT UPDATE (title, body, updated_at) ON :"schema".documents TO :"role";

CREATE VIEW :"schema".recent_documents WITH (security_invoker = true, security_barrier = true) AS
  SELECT document_id, title, updated_at FROM :"schema".documents WHERE updated_at > now() - interval '30 days';
REVOKE ALL ON :"schema".recent_documents FROM :"role";
GRANT SELECT ON :"schema".recent_documents TO :"role";
