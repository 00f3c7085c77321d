"""One module a group of pages. Each has a `router`; they are tried in this order."""

from __future__ import annotations

from importlib import import_module

from fastapi import APIRouter

PAGES = (
    "home",
    "uploads",
    "documents_list",
    "calendar",
    "about",
    "promises",
    "preferences",
    "login",
    "accounts",
    "document",
    "original",
    "beside",
    "parties",
    "party",
    "compare",
    "scorecard",
    "promise",
    "review",
    "decisions",
    "search",
)


def routers() -> list[APIRouter]:
    """The routers of all pages."""
    return [import_module(f"yaksok.interfaces.web.pages.{name}").router for name in PAGES]
