-- Nothing stays here: a health check writes something and removes it again, to know whether there is room to write.
CREATE TABLE write_probes (
    id      BLOB NOT NULL PRIMARY KEY,
    filling BLOB NOT NULL
) STRICT;
