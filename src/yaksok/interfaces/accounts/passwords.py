"""Passwords as Argon2id hashes (RFC 9106), with the parameters that argon2-cffi recommends."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from yaksok.errors import BadAccount

SHORTEST = 12
"""Characters of a password: NIST SP 800-63B asks for 8 at least, and for length rather than for signs."""

LONGEST = 1_000
_HASHER = PasswordHasher()


def hashed_password(password: str, *, name: str) -> str:
    """The hash of a password that is good enough. Raises BadAccount."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadAccount(reason=f"a password has {SHORTEST} to {LONGEST} characters")
    if len(set(password)) < 4 or name.casefold() in password.casefold():
        raise BadAccount(reason="a password must not be the name or a few signs over and over")
    return _HASHER.hash(password)


def is_password(stored: str, given: str) -> bool:
    """Whether a password is the one that a hash was made of."""
    try:
        return _HASHER.verify(stored, given[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False


NOBODY = _HASHER.hash("the password of nobody")
"""Checked where a name is unknown, so that the answer takes as long as for a known one."""
