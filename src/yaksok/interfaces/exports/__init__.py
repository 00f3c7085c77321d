"""Everything in a ledger, taken out: as tables, as provenance, as annotations."""
