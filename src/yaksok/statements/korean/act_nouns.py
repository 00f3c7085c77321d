"""Nouns that say what a line does: deeds, views, situations, forecasts, fields."""

from __future__ import annotations

from functools import cache

from yaksok.reference.tables import rows


@cache
def act_nouns() -> dict[str, frozenset[str]]:
    """Class to nouns: deed, success, view, state, forecast, field (`korean_act_nouns.csv`)."""
    classes: dict[str, set[str]] = {}
    for row in rows("korean_act_nouns"):
        classes.setdefault(row["class"], set()).add(row["noun"])
    return {name: frozenset(nouns) for name, nouns in classes.items()}


@cache
def action_nouns() -> frozenset[str]:
    """Nouns of deeds, which make verbs with 하다."""
    return act_nouns()["deed"] | act_nouns()["success"]
