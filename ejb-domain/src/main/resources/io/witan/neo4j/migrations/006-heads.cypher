// Signed heads: the export, and the entries that no batch vouches for yet.
CREATE CONSTRAINT audit_export_id IF NOT EXISTS
FOR (n:AuditExport) REQUIRE n.id IS UNIQUE;

MATCH (e:AuditEntry) SET e:Unsigned;
