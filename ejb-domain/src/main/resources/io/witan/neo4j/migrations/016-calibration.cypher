// Forecasts of completed deliberations, what each judge predicted, and how good each judge is.
CREATE CONSTRAINT forecast_id IF NOT EXISTS FOR (n:Forecast) REQUIRE n.id IS UNIQUE;

CREATE INDEX forecast_subject IF NOT EXISTS FOR (n:Forecast) ON (n.subject, n.acceptance);

CREATE INDEX forecast_matter IF NOT EXISTS FOR (n:Forecast) ON (n.purpose, n.role);

CREATE INDEX prediction_judge IF NOT EXISTS FOR (n:Prediction) ON (n.judge_key, n.settled_at);

CREATE CONSTRAINT standing_key IF NOT EXISTS FOR (n:Standing) REQUIRE n.key IS UNIQUE;
