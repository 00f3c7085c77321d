"""Answers as typed records, for every interface to show."""
