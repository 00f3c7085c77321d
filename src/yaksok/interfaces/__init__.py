"""The faces of the program: thin, with no rules in them."""
