"""The application: pages, API and files, behind the checks that every request passes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from yaksok import __version__
from yaksok.interfaces.accounts.limits import Limiter
from yaksok.interfaces.accounts.store import Accounts
from yaksok.interfaces.rest.app import create_api
from yaksok.interfaces.web.assets import STATIC
from yaksok.interfaces.web.background import Background
from yaksok.interfaces.web.bodies import BodyLimit
from yaksok.interfaces.web.failures import install_failures
from yaksok.interfaces.web.identity import LOGINS, Identity, check_form
from yaksok.interfaces.web.pages import routers
from yaksok.interfaces.web.security import Guard
from yaksok.interfaces.web.settings import Settings
from yaksok.interfaces.web.warming import warm


def create_app(settings: Settings) -> FastAPI:
    """An application that serves one ledger."""
    accounts = Accounts(settings.accounts) if settings.accounts else None
    background = Background(settings, lambda is_over: warm(app, is_over=is_over))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        with background:
            yield

    app = FastAPI(
        title="yaksok",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
        dependencies=[Depends(check_form)],
    )
    app.state.settings = settings
    app.state.accounts = accounts
    app.state.logins = Limiter(LOGINS)
    app.state.background = background
    install_failures(app)
    for router in routers():
        app.include_router(router, include_in_schema=False)
    api = create_api(settings, accounts, background.index)
    app.state.uploads = api.state.uploads
    app.mount("/api/v1", api, name="api")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Identity, settings=settings, accounts=accounts)
    app.add_middleware(BodyLimit, settings=settings)
    app.add_middleware(Guard, settings=settings)
    return app
