// How many councils the gate of a task has asked in a round.
CREATE INDEX deliberation_mandate IF NOT EXISTS FOR (n:Deliberation) ON (n.mandate_key);
