-- The span that brought an event, as a W3C traceparent, so that its trace goes on after a restart; null while nobody collects traces.
ALTER TABLE inbox ADD COLUMN trace TEXT;
