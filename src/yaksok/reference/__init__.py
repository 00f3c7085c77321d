"""Reviewed reference knowledge: tables under data/ and the look-ups over them."""
