"""`yaksok accounts`: who may log in to a served ledger."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.errors import ServingPackageMissing
from yaksok.interfaces.accounts.roles import ROLES, SCOPES, Role, Scope
from yaksok.interfaces.cli.messages import language_option, say, term

if TYPE_CHECKING:
    from yaksok.interfaces.accounts.store import Accounts

_ROLE = click.Choice(ROLES)
accounts_option = click.option(
    "--accounts",
    "path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("yaksok.db.accounts"),
    show_default=True,
    help="The file of accounts.",
)


@click.group("accounts")
@language_option
def command() -> None:
    """Keep the accounts of a ledger that is served beyond this machine.

    reader: reads. reviewer: also decides on links and adds documents. administrator: also keeps accounts.
    """


@command.command("add", short_help="Make an account.")
@click.argument("name")
@click.option("--role", type=_ROLE, default="reader", show_default=True, help="What the person may do.")
@accounts_option
def add(name: str, role: Role, path: Path) -> None:
    """Make an account. The password is asked for, or read from the first line of the standard input."""
    _accounts(path).add(name, _password(), role)
    click.echo(say("%(name)s may log in as %(role)s.", name=name, role=_shown(role)))


@command.command("list")
@accounts_option
def show(path: Path) -> None:
    """List the accounts and their roles."""
    for user in _accounts(path).users():
        closed = () if user.active else (say("closed"),)
        click.echo("\t".join((user.name, _shown(user.role), user.made[:10], *closed)))


@command.command("role")
@click.argument("name")
@click.argument("role", type=_ROLE)
@accounts_option
def role(name: str, role: Role, path: Path) -> None:
    """Give an account another role."""
    _accounts(path).set_role(name, role)
    click.echo(say("%(name)s is %(role)s now.", name=name, role=_shown(role)))


@command.command("password", short_help="Give an account another password.")
@click.argument("name")
@accounts_option
def password(name: str, path: Path) -> None:
    """Give an account another password; its sessions end."""
    _accounts(path).set_password(name, _password())
    click.echo(say("%(name)s has another password.", name=name))


@command.command("close", short_help="Close an account, or open it again.")
@click.argument("name")
@click.option("--undo", is_flag=True, help="Open the account again.")
@accounts_option
def close(name: str, path: Path, *, undo: bool) -> None:
    """Close an account: nobody can log in to it, and its tokens are useless."""
    _accounts(path).set_active(name, active=undo)
    click.echo(say("%(name)s is open again.", name=name) if undo else say("%(name)s is closed.", name=name))


@command.command("token", short_help="Make an API token.")
@click.argument("name")
@click.option("--label", required=True, help="What the token is for.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(SCOPES),
    multiple=True,
    default=("read",),
    show_default=True,
    help="What it may do; may be repeated.",
)
@click.option(
    "--days", type=click.IntRange(1, 1095), default=365, show_default=True, help="How long it is good."
)
@accounts_option
def token(name: str, label: str, scopes: tuple[Scope, ...], days: int, path: Path) -> None:
    """Make an API token and print it; it is shown this once."""
    click.echo(_accounts(path).make_token(name, label, frozenset(scopes), days=days))


@command.command("log")
@click.option(
    "--most", type=click.IntRange(1, 100_000), default=200, show_default=True, help="So many lines."
)
@accounts_option
def log(most: int, path: Path) -> None:
    """Show what was done, newest first."""
    for line in _accounts(path).log(most=most):
        click.echo(f"{line.at}\t{line.name}\t{line.address}\t{line.action}\t{line.detail}")


def _shown(role: Role) -> str:
    from yaksok.interfaces.telling.words import ROLE_WORDS  # noqa: PLC0415 - only where one is shown

    return term(ROLE_WORDS, role)


def _accounts(path: Path) -> Accounts:
    if importlib.util.find_spec("argon2") is None:
        raise ServingPackageMissing(purpose="yaksok accounts", package="argon2-cffi", extra="web")
    from yaksok.interfaces.accounts.store import Accounts  # noqa: PLC0415 - the package of an extra

    return Accounts(path)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return str(
        click.prompt(say("Password (at least 12 characters)"), hide_input=True, confirmation_prompt=True)
    )
