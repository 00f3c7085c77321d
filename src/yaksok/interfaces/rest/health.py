"""Whether the server answers."""

from __future__ import annotations

from fastapi import APIRouter

from yaksok import __version__
from yaksok.interfaces.rest import models
from yaksok.interfaces.rest.asking import STABLE

router = APIRouter(tags=["health"])


@router.get("/health", response_model=models.Health, openapi_extra=STABLE)
def health() -> models.Health:
    """That the server answers; needs no login and opens no ledger."""
    return models.Health(status="ok", version=__version__)
