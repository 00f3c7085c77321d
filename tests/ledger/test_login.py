"""What a URL leaves out comes from where PostgreSQL's own programs take it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yaksok.ledger.location import Server
from yaksok.ledger.login import login_to

HERE = {"PGHOST": "db.example", "PGUSER": "desk", "HOME": "/nowhere", "PGPASSFILE": "/nowhere/pgpass"}


def test_the_url_comes_before_the_environment() -> None:
    login = login_to(Server("l", "u", "p", "h", 1), {**HERE, "PGPORT": "2", "PGPASSWORD": "other"})
    assert (login.host, login.port, login.database, login.user, login.password) == ("h", 1, "l", "u", "p")


def test_the_environment_fills_the_gaps() -> None:
    login = login_to(Server("l"), {**HERE, "PGPORT": "6000", "PGPASSWORD": "p"})
    assert (login.host, login.port, login.user, login.password) == ("db.example", 6000, "desk", "p")


def test_without_anything_the_port_is_the_usual_one() -> None:
    login = login_to(Server("l"), HERE)
    assert (login.port, login.password) == (5432, None)


def test_a_port_that_is_no_number() -> None:
    with pytest.raises(ValueError, match="port"):
        login_to(Server("l"), {**HERE, "PGPORT": "port"})


def test_a_folder_is_the_place_of_a_socket() -> None:
    assert login_to(Server("l", host="/run/pg"), HERE).socket == Path("/run/pg/.s.PGSQL.5432")
    assert login_to(Server("l"), HERE).socket is None


@pytest.mark.parametrize(
    ("line", "password"),
    [
        ("db.example:5432:l:desk:open", "open"),
        ("*:*:*:*:open", "open"),
        (r"db.example:*:l:desk:with\:colon\\", "with:colon\\"),
        ("db.example:5432:l:desk:with:more", "with"),
        ("#db.example:5432:l:desk:open", None),
        ("other.example:5432:l:desk:open", None),
        ("db.example:5433:l:desk:open", None),
        ("db.example:5432:m:desk:open", None),
        ("db.example:5432:l:somebody:open", None),
        ("db.example:5432:l", None),
        ("", None),
    ],
)
def test_the_password_file(tmp_path: Path, line: str, password: str | None) -> None:
    path = tmp_path / "pgpass"
    path.write_text(f"nonsense\n{line}\n", encoding="utf-8")
    path.chmod(0o600)
    assert login_to(Server("l"), {**HERE, "PGPASSFILE": str(path)}).password == password


def test_a_password_file_that_others_can_read_is_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "pgpass"
    path.write_text("*:*:*:*:open\n", encoding="utf-8")
    path.chmod(0o644)
    assert login_to(Server("l"), {**HERE, "PGPASSFILE": str(path)}).password is None
