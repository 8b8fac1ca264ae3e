-- What agents set right, by post and by author. The log knows both only inside its payloads,
-- and a post that is set right need not have a case: neither casefile nor post would find it
-- when its author is to be forgotten, or when somebody claims it later.
CREATE TABLE correction (
    brand     TEXT NOT NULL,
    site      TEXT NOT NULL,
    post_id   TEXT NOT NULL,
    case_id   TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (brand, site, post_id, case_id, person_id),
    FOREIGN KEY (brand, person_id) REFERENCES person (brand, id)
) STRICT;
CREATE INDEX correction_person ON correction (brand, person_id, case_id);

-- The few events that are nobody's case.
CREATE INDEX event_forgotten ON event (brand, kind) WHERE kind = 'lessons-forgotten';
