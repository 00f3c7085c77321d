"""`yaksok mcp`: the ledger as tools for programs that speak the Model Context Protocol."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click

from yaksok.errors import BadUsage, ServingPackageMissing
from yaksok.interfaces.cli.asked import day_of
from yaksok.interfaces.cli.messages import language_option, say
from yaksok.interfaces.cli.options import ledger_option
from yaksok.ledger.location import Location

PACKAGES = (("mcp", "mcp", "mcp"), ("fastapi", "fastapi", "web"))


@click.command("mcp")
@ledger_option
@click.option(
    "--http", is_flag=True, help="Speak HTTP on this machine in place of standard input and output."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8766, show_default=True, help="The port for --http."
)
@click.option("--today", metavar="DATE", help="The day to take for today (YYYY-MM-DD). [default: today]")
@click.option(
    "--index",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the search index. [default: beside the ledger's file, else in the user's cache]",
)
@language_option
def command(ledger: Location, *, http: bool, port: int, today: str | None, index: Path | None) -> None:
    """Answer questions of programs that speak the Model Context Protocol.

    They can search statements, show a promise with its proof, brief a party, ask what is due and compare two
    documents. Nothing can be changed. Over HTTP it can be reached from this machine alone, at http://127.0.0.1:PORT/mcp.
    """
    for module, package, extra in PACKAGES:
        if importlib.util.find_spec(module) is None:
            raise ServingPackageMissing(purpose="yaksok mcp", package=package, extra=extra)
    if port != 8766 and not http:
        raise BadUsage(reason=say("--port goes with --http"), command="yaksok mcp")
    from yaksok.interfaces.mcp.answering import Answering  # noqa: PLC0415 - the server is loaded for this command alone
    from yaksok.interfaces.mcp.server import create_server  # noqa: PLC0415 - the same
    from yaksok.ledger.opening import open_for_reading  # noqa: PLC0415 - the same

    open_for_reading(ledger).dispose()
    server = create_server(Answering(ledger, today=day_of(today), index=index))
    if http:
        address = f"http://127.0.0.1:{port}/mcp"
        click.echo(say("yaksok speaks MCP at %(address)s (stop it with Ctrl-C)", address=address), err=True)
        server.run("streamable-http", host="127.0.0.1", port=port, json_response=True, stateless_http=True)
    else:
        server.run("stdio")
