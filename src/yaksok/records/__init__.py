"""Frozen records that every stage exchanges. No input or output happens here."""
