"""Running the server on a socket that listens already."""

from __future__ import annotations

import socket

import uvicorn

from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings


def run(settings: Settings, listening: socket.socket) -> None:
    """Serve until the process is stopped."""
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=65_536,
    )
    uvicorn.Server(config).run(sockets=[listening])
