"""Values between this process and its workers: their length, then their pickle.

A worker parses hostile files in native code, so its answers are not trusted either: no more bytes are taken
than agreed, and only plain values, frozen records of this program and its errors are built from them.
"""

from __future__ import annotations

import dataclasses
import importlib
import io
import pickle
import struct
from typing import IO

from yaksok.errors import YaksokError

_LENGTH = struct.Struct(">Q")
# How an error comes out of its pickle (`YaksokError.__reduce__`).
_REBUILD = ("yaksok.errors.base", "_rebuild")


class TooLong(Exception):
    """A value has more bytes than may be sent."""


def packed(value: object, limit: int | None = None) -> bytes:
    """The pickle of a value. Raises TooLong at the limit, without building the rest."""
    buffer = _Bounded(limit)
    pickle.Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def send(stream: IO[bytes], data: bytes) -> None:
    """Writes one packed value."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Reads one value from a trusted side. Raises EOFError if it has ended."""
    return pickle.loads(_read(stream, None))  # noqa: S301 - the parent asks, and it runs this program


def receive_answer(stream: IO[bytes], limit: int) -> object:
    """Reads one value from a worker.

    Raises EOFError if it has ended, TooLong for more bytes than the limit, and any exception that bytes which
    are no pickle of a record may cause.
    """
    return _Records(io.BytesIO(_read(stream, limit))).load()


def _read(stream: IO[bytes], limit: int | None) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length: int = _LENGTH.unpack(head)[0]
    if limit is not None and length > limit:
        raise TooLong
    return stream.read(length)


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow past its limit."""

    def __init__(self, limit: int | None) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: object, /) -> int:
        with memoryview(data) as view:  # type: ignore[arg-type]
            if self._limit is not None and self.tell() + view.nbytes > self._limit:
                raise TooLong
            return super().write(view)


class _Records(pickle.Unpickler):
    """Builds records and errors of this program, and calls nothing else."""

    def find_class(self, module_name: str, global_name: str) -> object:
        """The class of that name. Raises UnpicklingError if it is none that an answer may hold."""
        if module_name.startswith("yaksok.") and "." not in global_name:
            found = getattr(importlib.import_module(module_name), global_name, None)
            if (module_name, global_name) == _REBUILD or _is_record(found, module_name):
                return found
        refusal = f"an answer may not hold {module_name}.{global_name}"
        raise pickle.UnpicklingError(refusal)


def _is_record(found: object, module_name: str) -> bool:
    if not isinstance(found, type) or found.__module__ != module_name:
        return False
    if issubclass(found, YaksokError):
        return True
    return dataclasses.is_dataclass(found) and bool(getattr(found, "__dataclass_params__").frozen)  # noqa: B009
