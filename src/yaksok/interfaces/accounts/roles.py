"""What people may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["reader", "reviewer", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each may do what the ones before it may: read; decide on links and add documents; keep accounts."""

Scope = Literal["read", "decide", "upload"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
"""What an API token may do; never more than the role of its owner allows."""

_NEEDED: dict[Scope, Role] = {"read": "reader", "decide": "reviewer", "upload": "reviewer"}


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that stands beside decisions, and what the person may do.

    `scopes` are those of the token that was sent; a person at a browser has all.
    """

    name: str
    role: Role
    scopes: frozenset[Scope] = frozenset(SCOPES)

    def may(self, role: Role) -> bool:
        """Whether the person may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def may_use(self, scope: Scope) -> bool:
        """Whether role and token both allow a scope."""
        return scope in self.scopes and self.may(_NEEDED[scope])
