-- What figures about replies are reckoned from (M58), found without walking the log.
CREATE INDEX event_quality ON event (brand, at) WHERE kind IN ('replied', 'overridden');
