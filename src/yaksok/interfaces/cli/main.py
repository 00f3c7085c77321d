"""The command `yaksok`: finds the sub-command, and turns every fault into a numbered line.

Exit status: 0 all went well, 1 something could not be done (its numbered line says what), 2 the command
line was wrong, 130 stopped by Ctrl-C, 141 the reader of the output went away.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import click

from yaksok import __version__
from yaksok.errors import BadUsage, OutOfMemory, UnexpectedFault, YaksokError
from yaksok.interfaces.cli.help import SpeakingContext
from yaksok.interfaces.cli.messages import Speech, language_option, show_error

HELP = {"help_option_names": ["-h", "--help"]}
HANCOM_NOTICE = "본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다."
"""What Hancom asks of products that were developed with its format description, in its own words."""


class LazyCommand(NamedTuple):
    """Where a command lives, and its line in `yaksok --help`, known without importing it."""

    module: str
    summary: str


COMMANDS = {
    "read": LazyCommand("yaksok.interfaces.cli.read", "Read documents into statements."),
    "convert": LazyCommand("yaksok.interfaces.cli.convert", "Show what was read from a file."),
    "verify": LazyCommand(
        "yaksok.interfaces.cli.verify", "Check every span of a reading against its source."
    ),
    "add": LazyCommand("yaksok.interfaces.cli.add", "Add documents to a ledger."),
    "reread": LazyCommand(
        "yaksok.interfaces.cli.reread", "Read stored sources again where the rules have changed."
    ),
    "link": LazyCommand("yaksok.interfaces.cli.link", "Link documents that are not linked yet."),
    "links": LazyCommand("yaksok.interfaces.cli.links", "Show statements about the same undertaking."),
    "review": LazyCommand(
        "yaksok.interfaces.cli.review", "Look at the most doubtful links and decide on them."
    ),
    "decide": LazyCommand("yaksok.interfaces.cli.decide", "Accept, reject, relabel or draw one link."),
    "decisions": LazyCommand("yaksok.interfaces.cli.decisions", "List, carry over or take back decisions."),
    "promises": LazyCommand("yaksok.interfaces.cli.promises", "Show every promise and what became of it."),
    "search": LazyCommand("yaksok.interfaces.cli.search", "Search statements and documents."),
    "why": LazyCommand("yaksok.interfaces.cli.why", "Explain what became of one promise."),
    "history": LazyCommand("yaksok.interfaces.cli.history", "Follow one commitment through the documents."),
    "grade": LazyCommand("yaksok.interfaces.cli.grade", "Grade promises under a published scheme."),
    "observe": LazyCommand(
        "yaksok.interfaces.cli.observe", "Hold the targets of promises against a measured series."
    ),
    "backup": LazyCommand("yaksok.interfaces.cli.backup", "Copy a ledger, also while it is in use."),
    "export": LazyCommand(
        "yaksok.interfaces.cli.export", "Write what a ledger holds into files for other programs."
    ),
    "serve": LazyCommand("yaksok.interfaces.cli.serve", "Show a ledger in a browser, with its API."),
    "mcp": LazyCommand("yaksok.interfaces.cli.mcp", "Answer programs that speak the Model Context Protocol."),
    "accounts": LazyCommand("yaksok.interfaces.cli.accounts", "Keep the accounts of a served ledger."),
    "demo": LazyCommand("yaksok.interfaces.cli.demo", "Read the sample documents and show what is in them."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that --help stays quick.

    Each module names its click command `command`.
    """

    context_class = SpeakingContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name].module).command
        for each in (command, *getattr(command, "commands", {}).values()):
            each.context_class = SpeakingContext
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in --help, written without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.summary) for name, command in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings=HELP, invoke_without_command=True, epilog=HANCOM_NOTICE)
@click.version_option(
    __version__, prog_name="yaksok", message=f"%(prog)s, version %(version)s\n{HANCOM_NOTICE}"
)
@language_option
@click.pass_context
def yaksok(context: click.Context) -> None:
    """Read what a foreign ministry publishes, and see what became of its promises."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status; no exception leaves it."""
    _speak_utf8()
    speech = Speech()
    try:
        status = yaksok.main(args=arguments, prog_name="yaksok", standalone_mode=False, obj=speech)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except YaksokError as error:
        return show_error(error, speech)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "yaksok"
        show_error(BadUsage(reason=error.format_message(), command=command), speech)
        return 2
    except click.ClickException as error:
        return show_error(BadUsage(reason=error.format_message(), command="yaksok"), speech)
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        return _leave_broken_pipe()
    except MemoryError:
        return show_error(OutOfMemory(), speech)
    except Exception as error:  # noqa: BLE001 - the last resort: a number instead of a traceback
        from yaksok.read.worker_process import fault  # noqa: PLC0415 - only when something failed

        return show_error(UnexpectedFault(reason=fault(error)), speech)


def _speak_utf8() -> None:
    """Output is UTF-8 with plain line ends whatever the locale says; odd names must not break a message."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_broken_pipe() -> int:
    # Python flushes once more when it ends; let that go to nowhere instead of into the broken pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


if __name__ == "__main__":
    sys.exit(main())
