"""What the readers of office formats share: the flow that they hand over, and its text.

A reader takes its file apart into a `flow.Flow`; `composing.compose` turns that into text with a layout, the same
way for every format, so that the same content gives the same text. `parts` opens ZIP packages and XML parts
within limits.
"""
