"""What pages and API show of single promises, kept for as long as the ledger stays as it is."""

from __future__ import annotations

from functools import partial

from yaksok.fulfilment.shelf import state
from yaksok.fulfilment.standing import Deciding
from yaksok.interfaces.web.asked import Asked
from yaksok.interfaces.web.kept import Kept, kept_by
from yaksok.interfaces.web.kept_documents import kept_documents
from yaksok.records.link import StatementRef
from yaksok.views.promise_page import PromisePage, promise_page

MOST = 200


def shown_promise(asked: Asked, original: StatementRef, deciding: Deciding) -> PromisePage:
    """All that is shown of a promise that repeats no other; this server keeps the last ones."""
    kept: Kept[PromisePage] = kept_by(asked.request, "shown_promises", lambda: Kept(MOST))
    return kept.get(
        (state(asked.connection), asked.as_of, original.version, original.n),
        lambda: promise_page(
            asked.connection,
            original,
            as_of=asked.as_of,
            deciding=deciding,
            documents_of=partial(kept_documents(asked.settings.ledger).documents, asked.connection),
        ),
    )
