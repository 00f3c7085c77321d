"""Writes docs/cli.md from the program's own help.

python tools/cli_reference.py            writes the page
python tools/cli_reference.py --check    fails if the page is stale
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

import click

from yaksok.interfaces.cli.main import COMMANDS, HELP, yaksok

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEADER = """# The command line

Written from the program's own help by `tools/cli_reference.py`; do not edit it by hand.

Exit status: 0 all went well; 1 something could not be done, and its numbered line on standard error says what
(see [errors.md](errors.md)); 2 the command line was wrong; 130 stopped by Ctrl-C; 141 the reader of the output went
away.
"""
WIDTH = 96


def render() -> str:
    """The whole page."""
    parts = [HEADER, section("yaksok", yaksok)]
    parts += [
        section(f"yaksok {name}", importlib.import_module(COMMANDS[name].module).command) for name in COMMANDS
    ]
    return "\n".join(parts)


def section(path: str, command: click.Command) -> str:
    """One command's help, verbatim."""
    # The width is set here, so that the page does not depend on the terminal.
    context = click.Context(command, info_name=path, terminal_width=WIDTH, max_content_width=WIDTH)
    context.help_option_names = HELP["help_option_names"]
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {path}\n\n```\n{text}\n```\n"


def main() -> int:
    """Writes or checks the page; the exit status says whether it was in order."""
    parser = argparse.ArgumentParser(description="Write docs/cli.md.")
    parser.add_argument("--check", action="store_true", help="only look whether the page is stale")
    if parser.parse_args().check:
        stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != render()
        if stale:
            print("docs/cli.md is stale: run python tools/cli_reference.py")
        return int(stale)
    PAGE.write_text(render(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
