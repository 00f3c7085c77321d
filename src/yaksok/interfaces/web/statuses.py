"""With which HTTP status an error is told."""

from __future__ import annotations

from yaksok.errors import (
    ArgumentError,
    BadForm,
    DocumentNotFound,
    LedgerBusy,
    LedgerError,
    LinkExists,
    LoginNeeded,
    NoSuchLink,
    NotAllowed,
    PageNotFound,
    ProgramError,
    PromiseAmbiguous,
    PromiseNotFound,
    TooManyRequests,
    UndoneAlready,
    UnknownAccount,
    UnknownDecision,
    UnknownDocument,
    UnknownStatement,
    YaksokError,
)

_MISSING = (
    PromiseNotFound,
    PageNotFound,
    DocumentNotFound,
    UnknownAccount,
    UnknownDecision,
    UnknownDocument,
    UnknownStatement,
    NoSuchLink,
)
_STATUS: tuple[tuple[tuple[type[YaksokError], ...], int], ...] = (
    (_MISSING, 404),
    ((PromiseAmbiguous, LinkExists, UndoneAlready), 409),
    ((LoginNeeded,), 401),
    ((NotAllowed, BadForm), 403),
    ((TooManyRequests,), 429),
    ((LedgerBusy,), 503),
    ((ArgumentError,), 400),
    ((LedgerError, ProgramError), 500),
)


def status_of_error(error: YaksokError) -> int:
    """The status; 422 for what cannot be read or decided."""
    return next((status for kinds, status in _STATUS if isinstance(error, kinds)), 422)
