-- The language in which a person reads, as a tag such as de or pt-BR: that of the page of the first log-in, until another one
-- is chosen. NULL where it is not known.
ALTER TABLE users ADD COLUMN language TEXT;
