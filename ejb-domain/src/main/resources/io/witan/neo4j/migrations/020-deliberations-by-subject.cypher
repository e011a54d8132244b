// The last deliberation about a task or a name, whichever story it is filed under.
CREATE INDEX deliberation_subject IF NOT EXISTS FOR (n:Deliberation) ON (n.subject_id);
