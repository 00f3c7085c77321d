"""The append-only store of documents, their versions, statements and mentions.

Nothing is updated in place: a changed file becomes a new version that supersedes the one before.
"""
