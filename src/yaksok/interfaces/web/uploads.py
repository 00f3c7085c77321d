"""What becomes of uploads: each is worked on in the background, one after another, and told about until it is old."""

from __future__ import annotations

import logging
import secrets
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from yaksok.errors import UnexpectedFault, YaksokError
from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.shelving import keep
from yaksok.interfaces.uploading import (
    Found,
    Upload,
    add_uploads,
    found_since,
    mark_before,
)
from yaksok.ledger.intake import Taken
from yaksok.ledger.location import Location

KEPT = 100
"""So many uploads are told about; older ones are forgotten, what they added is in the ledger."""

Phase = Literal["waiting", "reading", "linking", "judging", "done", "failed"]
FINISHED = frozenset({"done", "failed"})


@dataclass(frozen=True, slots=True)
class UploadState:
    """How far an upload is.

    `names` are its files, `files` what became of those that were gone through. `done` and `of` count the steps
    of the phase. `links` were made, `found` is what the documents brought, `error` what stopped it.
    """

    id: str
    phase: Phase
    names: tuple[str, ...]
    files: tuple[Taken, ...] = ()
    done: int = 0
    of: int = 0
    links: int = 0
    found: Found | None = None
    error: YaksokError | None = None

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will become of it."""
        return self.phase in FINISHED

    @property
    def stems(self) -> tuple[str, ...]:
        """The documents that it added or changed."""
        return tuple(one.stem for one in self.files if one.outcome in {"added", "new version"})

    @property
    def statements(self) -> int:
        """How many statements those documents have."""
        return sum(one.statements for one in self.files)


class Uploads:
    """The uploads of one server. Files are read by worker processes; the thread here only waits for them."""

    def __init__(self, ledger: Location, *, max_bytes: int, today: Callable[[], date]) -> None:
        self._ledger = ledger
        self._max_bytes = max_bytes
        self._today = today
        self._states: OrderedDict[str, UploadState] = OrderedDict()
        self._lock = threading.Lock()
        self._turn = threading.Lock()

    def start(self, uploads: Sequence[Upload], folder: Path) -> str:
        """Work on files that wait in a folder, which is removed at the end; gives the id to ask by."""
        identity = secrets.token_urlsafe(12)
        with self._lock:
            self._states[identity] = UploadState(identity, "waiting", tuple(one.name for one in uploads))
            while len(self._states) > KEPT:
                self._states.popitem(last=False)
        threading.Thread(
            target=self._work, args=(identity, uploads, folder), name=f"upload {identity}", daemon=True
        ).start()
        return identity

    def state(self, identity: str) -> UploadState | None:
        """How far an upload is; None for one that is not known, or no longer."""
        with self._lock:
            return self._states.get(identity)

    def _work(self, identity: str, uploads: Sequence[Upload], folder: Path) -> None:
        try:
            with self._turn:
                self._take_in(identity, uploads)
        except YaksokError as error:
            self._tell(identity, phase="failed", error=error)
        except Exception as error:  # whoever waits must hear of it, whatever it is
            logging.getLogger(__name__).exception("An upload failed.")
            self._tell(identity, phase="failed", error=UnexpectedFault(reason=type(error).__name__))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _take_in(self, identity: str, uploads: Sequence[Upload]) -> None:
        today = self._today()
        mark = mark_before(self._ledger, today)
        self._tell(identity, phase="reading", of=len(uploads))
        taken: list[Taken] = []
        for one in add_uploads(self._ledger, uploads, max_bytes=self._max_bytes):
            taken.append(one)
            self._tell(identity, files=tuple(taken), done=len(taken))
        links = 0
        for step in self._steps(identity, "linking", link_ledger(self._ledger)):
            links = step.links
            self._tell(identity, done=step.linked, of=step.documents, links=links)
        for judged in self._steps(identity, "judging", keep(self._ledger, today=today)):
            self._tell(identity, done=judged.promises, of=judged.of)
        stems = [one.stem for one in taken if one.outcome in {"added", "new version"}]
        self._tell(identity, phase="done", found=found_since(self._ledger, mark, stems, today=today))

    def _steps(self, identity: str, phase: Phase, steps: Iterator[Any]) -> Iterator[Any]:
        self._tell(identity, phase=phase, done=0, of=0)
        yield from steps

    def _tell(self, identity: str, **changes: Any) -> None:
        with self._lock:
            state = self._states.get(identity)
            if state is not None:
                self._states[identity] = replace(state, **changes)
