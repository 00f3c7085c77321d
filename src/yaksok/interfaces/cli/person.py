"""Who decides."""

from __future__ import annotations

import getpass
import sys

import click

from yaksok.errors import BadPerson
from yaksok.interfaces.cli.messages import say

person_option = click.option(
    "--person", metavar="NAME", help="Who decides. [default: the name you are logged in by]"
)


def person_of(given: str | None) -> str:
    """The name given, or the one that the environment has. Raises BadPerson."""
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise BadPerson(reason="the environment names nobody") from None


def asked_person(given: str | None) -> str:
    """The same; on a terminal the name of the environment is shown to be confirmed or replaced."""
    name = person_of(given)
    if given is not None or not sys.stdin.isatty():
        return name
    return str(click.prompt(say("Your name, to stand beside your decisions"), default=name))
