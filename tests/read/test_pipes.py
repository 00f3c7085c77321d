"""What a worker may say to its parent: plain values, records and errors, in no more bytes than agreed."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable

import pytest

from yaksok.errors import DamagedFile, ReadingError
from yaksok.read.pipes import TooLong, packed, receive, receive_answer, send
from yaksok.records.problem import Problem

PLAIN = [None, 1, -(1 << 80), 0.5, "가나다", b"bytes", (1, "2"), [1, [2]], {"a": {1, 2}}, True, bytearray(3)]


def passed(value: object, limit: int = 1_000_000) -> object:
    stream = io.BytesIO()
    send(stream, packed(value))
    stream.seek(0)
    return receive_answer(stream, limit)


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_pass(value: object) -> None:
    assert passed(value) == value


def test_records_pass() -> None:
    problem = Problem("Y151", "message", "next", (1, 2))
    assert passed((problem, None)) == (problem, None)


def test_errors_pass_with_their_fields() -> None:
    error = passed(DamagedFile(path="a.hwp", format="HWP", reason="cut off"))
    assert isinstance(error, DamagedFile)
    assert error.fields == {"path": "a.hwp", "format": "HWP", "reason": "cut off"}


class Caller:
    """Calls something when it is unpickled."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> tuple[object, ...]:
        return self.call


@pytest.mark.parametrize(
    "value",
    [
        Caller(os.system, "true"),
        Caller(eval, "1"),
        Caller(getattr, "", "join"),
        open,
        ReadingError.__subclasses__,
        io.BytesIO,
        pytest,
    ],
    ids=["a system call", "eval", "getattr", "open", "a method of a class", "a class", "a module"],
)
def test_nothing_else_is_built(value: object) -> None:
    try:
        data = packed(value)
    except (TypeError, pickle.PicklingError):
        return
    stream = io.BytesIO()
    send(stream, data)
    stream.seek(0)
    with pytest.raises(pickle.UnpicklingError):
        receive_answer(stream, 1_000_000)


@pytest.mark.parametrize(
    "name",
    [
        "read.worker\n_Worker",
        "read.worker\nsubprocess.Popen",
        "read.pipes\npickle",
        "read.bids\nchoose_reader",
    ],
)
def test_nothing_else_of_this_program_is_built(name: str) -> None:
    stream = io.BytesIO()
    send(stream, f"cyaksok.{name}\n.".encode())
    stream.seek(0)
    with pytest.raises(pickle.UnpicklingError):
        receive_answer(stream, 1_000)


def test_an_answer_beyond_the_limit_is_not_read() -> None:
    with pytest.raises(TooLong):
        passed(bytes(2_000), limit=1_000)


def test_packing_stops_at_the_limit() -> None:
    assert len(packed(bytes(900), 1_000)) < 1_000
    with pytest.raises(TooLong):
        packed([bytes(600), bytes(600)], 1_000)
    with pytest.raises(TooLong):
        packed(list(range(10_000_000)), 1_000)


def test_the_end_of_the_stream_is_told() -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO())
    with pytest.raises(EOFError):
        receive_answer(io.BytesIO(b"\0\0"), 10)
