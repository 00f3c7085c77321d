"""Token buckets: bursts pass, floods wait, and the memory stays small."""

from __future__ import annotations

from yaksok.interfaces.accounts.limits import MOST_CLIENTS, Limit, Limiter


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_and_the_next_one_waits() -> None:
    clock = Clock()
    limiter = Limiter(Limit(burst=3, seconds=10), clock=clock)
    assert [limiter.wait("a") for _ in range(4)] == [0, 0, 0, 10]
    assert limiter.wait("b") == 0, "another client is not held up"
    clock.now = 10.0
    assert [limiter.wait("a"), limiter.wait("a")] == [0, 10]


def test_waiting_longer_gives_no_more_than_a_burst() -> None:
    clock = Clock()
    limiter = Limiter(Limit(burst=2, seconds=1), clock=clock)
    clock.now = 1000.0
    assert [limiter.wait("a") for _ in range(3)] == [0, 0, 1]


def test_many_clients_are_not_remembered_for_ever() -> None:
    limiter = Limiter(Limit(burst=1, seconds=1), clock=Clock())
    for number in range(MOST_CLIENTS + 50):
        limiter.wait(str(number))
    assert len(limiter._buckets) == MOST_CLIENTS
