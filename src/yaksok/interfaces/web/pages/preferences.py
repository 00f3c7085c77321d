"""The language of the pages, kept in a cookie."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from yaksok.interfaces.web.catalogues import LANGUAGES
from yaksok.interfaces.web.rendering import keep_language
from yaksok.interfaces.web.safe_paths import own_path

router = APIRouter()


@router.post("/preferences")
def keep(lang: Annotated[str, Form()] = "ko", back: Annotated[str, Form()] = "/") -> Response:
    """Keep the language and go back to the page."""
    answer = RedirectResponse(own_path(back), status_code=303)
    for language in LANGUAGES:
        if language == lang:
            keep_language(answer, language)
    return answer
