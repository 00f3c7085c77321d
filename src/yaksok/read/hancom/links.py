"""Where a hyperlink of Hancom Office leads to."""

from __future__ import annotations

import re

LONGEST_TARGET = 4_096
"""Letters of an address that are kept."""

# A backslash takes the meaning from these signs alone: "http\\://a.kr|tip;1;0;0;". In names of files it stands for
# itself.
_ADDRESS = re.compile(r"(?:\\[:;?|]|[^;|])*", re.DOTALL)
_ESCAPED = re.compile(r"\\([:;?|])")


def address_in(command: str) -> str:
    """The address in a hyperlink's command, "address|words;kind;0;0;".

    Empty for a place in the same document ("|bookmark;…", "?#…").
    """
    match = _ADDRESS.match(command[: 2 * LONGEST_TARGET])
    address = _ESCAPED.sub(r"\1", match.group() if match else "").strip()
    return "" if address.startswith(("?", "#")) else address[:LONGEST_TARGET]
