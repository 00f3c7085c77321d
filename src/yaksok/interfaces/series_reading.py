"""Reading what a ledger has as a series: a file whose figures were given a meaning by its user."""

from __future__ import annotations

from yaksok.errors import BadUsage
from yaksok.fulfilment.units import unit_of
from yaksok.interfaces.documents import ReadDocument, read_opened
from yaksok.ledger.series import series_at
from yaksok.read import RawSource
from yaksok.read.series import MeasuredSeries, read_series


def read_measured(raw: RawSource, *, indicator: str, unit: str) -> MeasuredSeries:
    """The series in a source. Raises a ReadingError, or BadUsage for a unit that no table has."""
    found = unit_of(unit)
    if found is None:
        reason = f"“{unit}” is no unit, such as 억불, 만명, %, USD or person"
        raise BadUsage(reason=reason, command="yaksok observe")
    return read_series(raw, indicator=indicator, unit=found.name, factor=found.factor)


def read_stored(raw: RawSource) -> ReadDocument:
    """The document in a stored source, read as what its address says it is. Raises a ReadingError."""
    said = series_at(raw.origin)
    if said is None:
        return read_opened(raw)
    series = read_measured(raw, indicator=said[0], unit=said[1])
    return ReadDocument(series.source, series.document)
