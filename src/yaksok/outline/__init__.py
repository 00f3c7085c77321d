"""Text to outline: lines, page furniture, joined blocks and the tree they form."""
