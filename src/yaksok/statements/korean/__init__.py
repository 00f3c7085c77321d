"""The rules of Korean, one module for each phenomenon, gathered in rules.py."""
