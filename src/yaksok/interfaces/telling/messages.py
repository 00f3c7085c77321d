"""The messages in which is told what was found out about a promise; `yaksok.interfaces.telling.telling` fills them."""

from __future__ import annotations

from yaksok.interfaces.telling.catalogues import N_

SOURCE = N_("“%(title)s” (%(day)s)")
SOURCE_UNDATED = N_("“%(title)s”")

POINTS: dict[str, str] = {
    "untestable": N_("It cannot be checked: it %(words)s."),
    "done": N_("%(source)s reports it done."),
    "done_then": N_("%(source)s reports it done (%(day)s)."),
    "done_in_part": N_("%(source)s reports a part of it done."),
    "done_in_part_then": N_("%(source)s reports a part of it done (%(day)s)."),
    "contradicted": N_("%(source)s speaks against it: %(words)s."),
    "replaced": N_("%(source)s puts another aim in its place: %(words)s."),
    "work": N_("%(source)s reports work on it."),
    "promised_again": N_("%(source)s promises it again."),
    "last_promised": N_("%(source)s promised it for the last time."),
    "last_step": N_("%(source)s reports the last step."),
    "in_time": N_("It was due on %(due)s and is in time."),
    "late": N_("It was due on %(due)s, so it came late and counts as partly kept."),
    "day_unknown": N_(
        "It was due on %(due)s; the report came later and gives no day, so it counts as in time."
    ),
    "no_due": N_("It words no date."),
    "due_ahead": N_("By its words “%(words)s” it is due on %(due)s, which has not passed."),
    "due_ahead_inherited": N_(
        "By the words “%(words)s” of its heading it is due on %(due)s, which has not passed."
    ),
    "due_passed": N_("It was due on %(due)s (“%(words)s”)."),
    "nothing_later": N_(
        "Not looked: no later document was published by %(day)s, so nothing could be searched."
    ),
    "nothing_after_due": N_(
        "Not looked: none of the %(number)s later documents searched was published after that day."
    ),
    "nothing_after_due_none": N_("Not looked: no later document was there to be searched."),
    "not_reported_done": N_("None of the %(number)s later documents searched reports that it was done."),
    "not_reported_done_others": N_(
        "None of the %(number)s later documents searched, all of other issuers, reports that it was done."
    ),
    "not_reported_done_anyone": N_(
        "None of the %(number)s later documents searched, whoever issued them, reports that it was done."
    ),
    "not_mentioned": N_("None of the %(number)s later documents searched mentions it again."),
    "not_mentioned_others": N_(
        "None of the %(number)s later documents searched, all of other issuers, mentions it again."
    ),
    "not_mentioned_anyone": N_(
        "None of the %(number)s later documents searched, whoever issued them, mentions it again."
    ),
}

SEARCHED = {
    "none": N_("Not looked: no later document is there."),
    "own": N_("Found in its own document: no later document is there."),
    "not_looked": N_("Not looked where it could tell: %(number)s %(whose)s, %(since)s to %(until)s."),
    "nothing_found": N_("Looked and found nothing: %(number)s %(whose)s, %(since)s to %(until)s."),
    "found": N_("Looked and found: %(number)s %(whose)s, %(since)s to %(until)s."),
}
REACHES = {
    "issuer_and_kind": N_("later documents of the same issuer and kind"),
    "issuer": N_("later documents of the same issuer, none of which is of the same kind"),
    "others": N_("later documents of other issuers, for want of one of its own"),
    "anyone": N_("later documents of anyone, since its issuer is not known"),
}
OTHERS = N_("Further later documents looked through: %(number)s.")

MISSES = {
    "below_threshold": N_("%(source)s comes near (%(score)s), but is too unlike to be linked."),
    "not_linked": N_("%(source)s is like enough (%(score)s), but is not linked."),
    "too_weak": N_("%(source)s is linked (%(score)s), but too weakly to count."),
}

CHANGES = {
    "reject_link": N_("Rejecting the link to %(places)s (score %(score)s)"),
    "reject_links": N_("Rejecting the links to %(places)s (best score %(score)s)"),
    "later_day": N_("An as-of date after %(day)s, with nothing new published"),
    "later_document": N_(
        "A later document of the same issuer and kind, published by %(day)s, without a word of it"
    ),
    "later_documents": N_(
        "%(number)s later plans or evaluations of the same issuer, published by %(day)s, without a word of it"
    ),
    "restatement": N_("A later plan of the same issuer, published by %(day)s, that names it"),
    "work_report": N_("A report of work on it, published by %(day)s"),
    "report_in_time": N_("A report that it was done by %(day)s"),
    "report_late": N_("A report that it was done after %(day)s"),
    "testable_wording": N_("A wording that names something whose occurrence can be verified"),
}

LATE = N_("late")
THEN = N_("%(change)s: then %(status)s.")
WITH_QUOTE = N_("%(told)s: “%(quote)s”.")
WITH_DOCUMENTS = N_("%(told)s (%(documents)s).")
LOOKED_THROUGH = N_("Looked through: %(documents)s.")
AND_MORE = N_("%(documents)s and %(number)s more")

SHARED = {
    "words": N_("same words"),
    "parties": N_("same party"),
    "programmes": N_("same programme"),
    "names": N_("same name"),
    "times": N_("same time"),
    "amounts": N_("same amount"),
    "event": N_("same event"),
}
PROVENANCES = {
    "own": N_("the issuer's own word"),
    "partner": N_("a partner's word"),
    "register": N_("a register's or gazette's word"),
    "third": N_("somebody else's word"),
    "unknown": N_("it is not known whose word it is"),
}
STATES = {
    "proposed": N_("proposed"),
    "accepted": N_("accepted"),
    "relabelled": N_("relabelled"),
    "rejected": N_("rejected"),
}

MONTHS = (
    N_("January %(year)s"),
    N_("February %(year)s"),
    N_("March %(year)s"),
    N_("April %(year)s"),
    N_("May %(year)s"),
    N_("June %(year)s"),
    N_("July %(year)s"),
    N_("August %(year)s"),
    N_("September %(year)s"),
    N_("October %(year)s"),
    N_("November %(year)s"),
    N_("December %(year)s"),
)
YEAR = N_("%(year)s")
QUARTERS = (
    N_("the first quarter of %(year)s"),
    N_("the second quarter of %(year)s"),
    N_("the third quarter of %(year)s"),
    N_("the fourth quarter of %(year)s"),
)
HALVES = (N_("the first half of %(year)s"), N_("the second half of %(year)s"))

UNDER = N_("under “%(heading)s”")
PLACES = {
    "page": N_("page %(number)s"),
    "section": N_("section %(number)s"),
    "paragraph": N_("paragraph %(number)s"),
    "table": N_("table %(number)s"),
    "row": N_("row %(number)s"),
    "line": N_("line %(number)s"),
}

PARTS = {
    "action_or_outcome": N_("action or outcome"),
    "end_state": N_("measurable end"),
    "deadline": N_("deadline"),
    "responsible_party": N_("who is to do it"),
}
DEADLINES = {
    "fixed": N_("fixed day"),
    "relative": N_("counted from an event"),
    "conditional": N_("depends on an event"),
    "recurring": N_("again and again"),
}
EVERY = N_("every %(term)s")
TERMS = {
    "months": (N_("%(num)s month"), N_("%(num)s months")),
    "days": (N_("%(num)s day"), N_("%(num)s days")),
}
COMPARISONS = {
    "at_least": N_("%(indicator)s: “%(value)s”, at least"),
    "at_most": N_("%(indicator)s: “%(value)s”, at most"),
    "exactly": N_("%(indicator)s: “%(value)s”"),
    "growth": N_("%(indicator)s: “%(value)s”, growth"),
    "reduction": N_("%(indicator)s: “%(value)s”, reduction"),
}
BY = N_("by %(day)s")

CITATION = N_(
    "%(issuer)s%(title)s, statement %(n)s%(where)s: “%(text)s” "
    "Verdict: %(status)s, as of %(as_of)s. %(address)s (yaksok %(version)s, rules “%(rules)s”)."
)

STEPS = {
    "first_stated": N_("First stated"),
    "restated": N_("Stated again"),
    "changed": N_("Changed"),
    "reported": N_("Reported"),
    "ended": N_("Ended"),
}
CHAIN_CHANGES = {
    "renamed": N_("renamed"),
    "narrowed": N_("narrowed"),
    "widened": N_("widened"),
    "postponed": N_("postponed"),
    "brought_forward": N_("brought forward"),
    "amount_changed": N_("amount changed"),
    "weakened": N_("worded more weakly"),
    "strengthened": N_("worded more firmly"),
    "handed_over": N_("handed over"),
    "merged": N_("merged into another promise"),
    "split": N_("split into several"),
    "replaced": N_("replaced"),
    "withdrawn": N_("withdrawn"),
    "failed": N_("not done"),
    "fulfilled": N_("fulfilled"),
}

DECISIONS = {
    "accept": N_("Accepted"),
    "reject": N_("Rejected"),
    "relabel": N_("Relabelled"),
    "draw": N_("Drawn by hand"),
    "note": N_("Noted"),
    "undo": N_("Taken back"),
}
STANDINGS = {
    "holds": N_("holds"),
    "replaced": N_("replaced by a newer one"),
    "taken back": N_("taken back"),
    "unmatched": N_("its statement is not found"),
}
FOUND_BY = {
    "id": N_("by its id"),
    "document and words": N_("by document and words"),
    "words": N_("by its words"),
    "ambiguous": N_("stands in several places"),
    "lost": N_("is not in this ledger"),
}
UNGRADED = {
    "not_testable": N_("it is not testable"),
    "not_looked": N_("no later document could be looked through"),
    "only_others_looked": N_("only documents of other issuers could be looked through"),
    "replaced": N_("another aim took its place"),
    "window_open": N_("its time has not passed"),
}

STORY_KEPT = N_("Kept: %(documents)s report it done.")
STORY_KEPT_ON = N_("Kept: %(documents)s report it done, %(day)s.")
STORY_LATE = N_("It was due on %(due)s and came later: kept late, which counts as kept in part.")
STORY_LATE_ON = N_("It was due on %(due)s and came %(day)s: kept late, which counts as kept in part.")
STORY_BROKEN = N_("Broken: %(document)s reports that it failed.")
STORY_SILENT = N_("Searched since, and silent on it: %(documents)s.")
STORY_SUPERSEDED = N_("Superseded: %(rule)s (%(document)s).")
STORY_RENAMED = N_("It goes on under another name since %(document)s; as of now: %(status)s.")
STORY_DUE = N_("It was due on %(due)s.")
STORY_NOTHING = N_("No later document reports that it was done.")
STORY_ONLY_A_STEP = N_("No later document reports that it was done, only a step on the way is.")

OUTCOMES = {
    "reached": N_("reached"),
    "short": N_("short of it"),
    "wrong_direction": N_("moved away from it"),
    "not_yet": N_("not yet"),
    "no_data": N_("no value to compare"),
}
TAKEN = {
    "added": N_("added"),
    "new version": N_("new version"),
    "unchanged": N_("unchanged"),
    "copy": N_("the same as another"),
}
