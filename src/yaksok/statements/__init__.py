"""Outline to statements: split, hung, judged, with their mentions."""
