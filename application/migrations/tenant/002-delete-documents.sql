-- The way to delete that the shared level has; here it runs as whoever calls it.

GRANT DELETE ON :"schema".documents TO :"role";

CREATE FUNCTION :"schema".delete_document(deleted_document_id uuid) RETURNS boolean
  LANGUAGE sql SECURITY INVOKER SET search_path = :"schema", pg_temp
BEGIN ATOMIC
  WITH deleted AS (
    DELETE FROM :"schema".documents
    WHERE tenant_role = current_user AND document_id = deleted_document_id
    RETURNING document_id
  )
  SELECT EXISTS (SELECT FROM deleted);
END;
REVOKE ALL ON FUNCTION :"schema".delete_document(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION :"schema".delete_document(uuid) TO :"role";
