"""The status of each commitment as of a date, derived from links and dates and never typed in."""
