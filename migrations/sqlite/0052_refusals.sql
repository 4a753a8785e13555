-- How often a challenge was refused that logs nobody in. The first refusals are noted as events; it may be tried for as
-- long as it is remembered, and nobody shall fill the table so.
ALTER TABLE challenges ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
