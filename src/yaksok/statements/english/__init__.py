"""The rules of English, one module for each phenomenon, gathered in rules.py."""
