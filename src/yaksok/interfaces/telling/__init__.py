"""What the program found out, told in Korean or English: one place for pages, command line, REST API and MCP server.

`telling` makes messages of typed points, `sentences` adds the words that show them, `words` names values, `patterns` knows
sentences again that are kept in English, `problems` errors. `catalogues` has the translations, in `locales`.
"""
