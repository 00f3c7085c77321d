"""Accounts: who is let in, what is kept secret, what stays on record."""

from __future__ import annotations

import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yaksok.errors import AccountsUnreadable, BadAccount, UnknownAccount
from yaksok.interfaces.accounts.store import Accounts

GOOD = "a long enough passphrase"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path / "accounts")
    made.add("kim", GOOD, "administrator")
    return made


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    Accounts(tmp_path / "accounts")
    assert stat.S_IMODE((tmp_path / "accounts").stat().st_mode) == 0o600


def test_no_secret_stands_in_the_file(accounts: Accounts, tmp_path: Path) -> None:
    session = accounts.begin_session("kim")
    token = accounts.make_token("kim", "tables", frozenset({"read"}))
    stored = (tmp_path / "accounts").read_bytes()
    assert GOOD.encode() not in stored
    assert session.encode() not in stored
    assert token.encode() not in stored
    assert b"$argon2id$" in stored


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "I am Kim, who else", "x" * 1001])
def test_a_weak_password_is_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(BadAccount):
        accounts.set_password("kim", password)
    assert accounts.check("kim", GOOD)


@pytest.mark.parametrize(("name", "password"), [("kim", "another passphrase"), ("lee", GOOD), ("", "")])
def test_a_wrong_name_or_password_is_nobody(accounts: Accounts, name: str, password: str) -> None:
    assert accounts.check(name, password) is None


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "n" * 81, "kim"])
def test_a_name_is_printable_and_new(accounts: Accounts, name: str) -> None:
    with pytest.raises(BadAccount):
        accounts.add(name, GOOD, "reader")


def test_a_session_is_its_persons_until_it_ends(accounts: Accounts) -> None:
    session = accounts.begin_session("kim")
    person = accounts.by_session(session)
    assert person is not None
    assert (person.name, person.role) == ("kim", "administrator")
    accounts.end_session(session)
    assert accounts.by_session(session) is None


@pytest.mark.parametrize(("column", "hours"), [("used", 13), ("began", 8 * 24)])
def test_a_session_ends_by_itself(accounts: Accounts, tmp_path: Path, column: str, hours: int) -> None:
    session = accounts.begin_session("kim")
    then = (datetime.now(UTC) - timedelta(hours=hours)).isoformat(timespec="seconds")
    with sqlite3.connect(tmp_path / "accounts") as file:
        file.execute(f"UPDATE sessions SET {column} = ?", (then,))
    assert accounts.by_session(session) is None


def test_another_password_or_a_closed_account_ends_sessions_and_tokens(accounts: Accounts) -> None:
    accounts.add("lee", GOOD, "reviewer")
    session, token = accounts.begin_session("lee"), accounts.make_token("lee", "t", frozenset({"decide"}))
    accounts.set_password("lee", "quite another passphrase")
    assert accounts.by_session(session) is None
    session = accounts.begin_session("lee")
    accounts.set_active("lee", active=False)
    assert accounts.by_session(session) is None
    assert accounts.by_token(token) is None
    assert accounts.check("lee", "quite another passphrase") is None


def test_a_token_may_what_its_scopes_and_its_owner_may(accounts: Accounts) -> None:
    accounts.add("lee", GOOD, "reader")
    token = accounts.make_token("lee", "t", frozenset({"read", "decide"}))
    person = accounts.by_token(token)
    assert person is not None
    assert person.may_use("read")
    assert not person.may_use("decide"), "a reader's token decides nothing"
    accounts.set_role("lee", "reviewer")
    again = accounts.by_token(token)
    assert again is not None
    assert again.may_use("decide")
    assert not again.may_use("upload"), "not among its scopes"


def test_a_revoked_token_is_useless_and_only_its_owner_revokes_it(accounts: Accounts) -> None:
    accounts.add("lee", GOOD, "reader")
    secret = accounts.make_token("kim", "t", frozenset({"read"}))
    (token,) = accounts.tokens("kim")
    with pytest.raises(UnknownAccount):
        accounts.revoke(token.id, name="lee")
    assert accounts.by_token(secret)
    accounts.revoke(token.id, name="kim")
    assert accounts.by_token(secret) is None


def test_the_last_administrator_stays(accounts: Accounts) -> None:
    with pytest.raises(BadAccount):
        accounts.set_role("kim", "reader")
    with pytest.raises(BadAccount):
        accounts.set_active("kim", active=False)
    accounts.add("lee", GOOD, "administrator")
    accounts.set_role("kim", "reader")
    assert [user.role for user in accounts.users()] == ["reader", "administrator"]


@pytest.mark.parametrize("statement", ["UPDATE log SET name = 'x'", "DELETE FROM log"])
def test_the_log_is_only_added_to(accounts: Accounts, tmp_path: Path, statement: str) -> None:
    accounts.note(name="kim", address="10.0.0.1", action="decision", detail="rejected")
    with sqlite3.connect(tmp_path / "accounts") as file, pytest.raises(sqlite3.IntegrityError):
        file.execute(statement)
    assert [line.action for line in accounts.log()] == ["decision"]


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "accounts").write_text("no database, but long enough to be taken for one" * 40)
    with pytest.raises(AccountsUnreadable):
        Accounts(tmp_path / "accounts")


def test_marks_of_forms_differ_by_session_and_server(accounts: Accounts, tmp_path: Path) -> None:
    other = Accounts(tmp_path / "other")
    assert accounts.mark_of("a") == accounts.mark_of("a") != accounts.mark_of("b")
    assert accounts.mark_of("a") != other.mark_of("a")
