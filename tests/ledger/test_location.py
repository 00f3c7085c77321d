"""Where a ledger lies is told by one word; a password is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from yaksok.errors import BadLedgerAddress
from yaksok.ledger.location import Server, location_of


@pytest.mark.parametrize("written", ["yaksok.db", "/a/b c.db", "postgresql.db", "a:b", "./postgresql:/x"])
def test_what_has_no_scheme_is_a_path(written: str) -> None:
    location = location_of(written)
    assert (location.path, location.server, str(location)) == (Path(written), None, written)


def test_a_location_stays_itself() -> None:
    location = location_of(Path("x.db"))
    assert location_of(location) is location


@pytest.mark.parametrize(
    ("written", "server"),
    [
        ("postgresql://desk@db.example/ledger", Server("ledger", "desk", host="db.example")),
        ("postgresql+pg8000://desk@db.example:6000/l", Server("l", "desk", host="db.example", port=6000)),
        ("postgres:///ledger", Server("ledger")),
        ("POSTGRESQL:///ledger", Server("ledger")),
        ("postgresql://[::1]/ledger", Server("ledger", host="::1")),
        ("postgresql:///%EC%9E%A5%EB%B6%80", Server("장부")),
        ("postgresql://u%40x:p%2Fw%25@h/l", Server("l", "u@x", "p/w%", "h")),
        ("postgresql:///l?host=/run/pg&sslmode=disable", Server("l", host="/run/pg", encryption="disable")),
        ("postgresql://h/l?sslmode=verify-full", Server("l", host="h", encryption="verify-full")),
    ],
)
def test_what_a_url_names(written: str, server: Server) -> None:
    assert location_of(written).server == server


@pytest.mark.parametrize(
    "written",
    [
        "mysql://desk:geheim@db.example/ledger",
        "sqlite:///x.db",
        "postgresql://desk:geheim@db.example",
        "postgresql://desk:geheim@db.example/",
        "postgresql://desk:geheim@db.example/a/b",
        "postgresql://desk:geheim@db.example/%00",
        "postgresql://desk:geheim@db.example:port/ledger",
        "postgresql://desk:geheim@db.example:99999/ledger",
        "postgresql://desk:geheim/@db.example/ledger",
        "postgresql://desk:geheim#@db.example/ledger",
        "postgresql://desk:geheim?@db.example/ledger",
        "postgresql://desk:geheim@geheim@[::1/ledger",
        "postgresql://db.example/ledger?password=geheim",
        "postgresql://db.example/ledger?sslmode=maybe",
        "postgresql://db.example/ledger?=",
        "postgresql://db.example/ledger?x",
    ],
)
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(BadLedgerAddress) as caught:
        location_of(written)
    assert "geheim" not in caught.value.describe() + caught.value.describe("ko")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("postgresql://desk:geheim@db.example/ledger", "postgresql://desk@db.example/ledger"),
        ("postgresql://desk:ge@heim@db.example/ledger", "postgresql://desk@db.example/ledger"),
        ("postgresql://:geheim@db.example/ledger", "postgresql://@db.example/ledger"),
        ("postgresql://desk@db.example/ledger", "postgresql://desk@db.example/ledger"),
    ],
)
def test_a_password_is_not_shown(written: str, shown: str) -> None:
    location = location_of(written)
    assert location.shown == shown
    assert "heim" not in repr(location)
