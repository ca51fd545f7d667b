-- Deleting goes through a function that runs as a role of its own and is bound, by row security too, to the role that
-- logged in: session_user stays what it was, whatever SET ROLE says.

CREATE POLICY deletes_own_rows ON :"schema".documents FOR DELETE TO :"deleter" USING (tenant_role = session_user);
CREATE POLICY finds_own_rows ON :"schema".documents FOR SELECT TO :"deleter" USING (tenant_role = session_user);
GRANT SELECT, DELETE ON :"schema".documents TO :"deleter";

GRANT CREATE ON SCHEMA :"schema" TO :"deleter";
SET LOCAL ROLE :"deleter";
CREATE FUNCTION :"schema".delete_document(deleted_document_id uuid) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = :"schema", pg_temp
BEGIN ATOMIC
  WITH deleted AS (
    DELETE FROM :"schema".documents
    WHERE tenant_role = session_user AND document_id = deleted_document_id
    RETURNING document_id
  )
  SELECT EXISTS (SELECT FROM deleted);
END;
REVOKE ALL ON FUNCTION :"schema".delete_document(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION :"schema".delete_document(uuid) TO :"group";
SET LOCAL ROLE :"owner";
REVOKE CREATE ON SCHEMA :"schema" FROM :"deleter";
