"""A ledger's provenance in the terms of W3C PROV-O, as JSON-LD.

Entities are sources, versions, statements, links, decisions and verdicts; activities the runs and the judging;
agents the program with its rules, and persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

from sqlalchemy import Connection

from yaksok import __version__
from yaksok.interfaces.exports.linked_data import TERMS, instant, named, source_iri, up_to, write_items
from yaksok.interfaces.exports.rows import links_of, verdicts_on
from yaksok.ledger.decisions import decisions
from yaksok.ledger.streams import all_versions, decision_runs, readings, run_rows, source_rows
from yaksok.records.commitment import Verdict
from yaksok.records.decision import Decision
from yaksok.records.link import Link

Node = dict[str, Any]

_REFERENCES = (
    "used",
    "wasAssociatedWith",
    "wasAttributedTo",
    "wasDerivedFrom",
    "wasGeneratedBy",
    "wasQuotedFrom",
    "wasRevisionOf",
)

CONTEXT: Node = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "yaksok": TERMS,
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _REFERENCES},
    "startedAtTime": {"@id": "prov:startedAtTime", "@type": "xsd:dateTime"},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "value": "prov:value",
    "label": "rdfs:label",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "format": "dcterms:format",
    "language": "dcterms:language",
    "yaksok:asOf": {"@type": "xsd:date"},
    "yaksok:due": {"@type": "xsd:date"},
    "yaksok:undoes": {"@type": "@id"},
}


def write_provenance(file: TextIO, connection: Connection, *, as_of: date) -> int:
    """Write the whole graph, node by node; how many. Verdicts are those of a day."""
    before = up_to({"@context": CONTEXT}, "@graph")
    return write_items(file, before, _Graph(connection, as_of).nodes(), "}")


class _Graph:
    """Gives the nodes; an agent or activity that many nodes name comes before the first of them."""

    def __init__(self, connection: Connection, as_of: date) -> None:
        self._connection = connection
        self._as_of = as_of
        self._told: set[str] = set()

    def nodes(self) -> Iterator[Node]:
        yield from self._runs()
        yield from self._sources()
        yield from self._versions()
        yield from self._statements()
        made = decisions(self._connection)
        yield from self._decisions(made)
        by_id = {decision.id: decision for decision in made}
        for link in links_of(self._connection):
            yield from self._link(link, by_id.get(link.decision))
        for verdict in verdicts_on(self._connection, as_of=self._as_of):
            yield from self._verdict(verdict)

    def _runs(self) -> Iterator[Node]:
        for row in run_rows(self._connection):
            agent = _program_iri(row["program"], row["rules"])
            yield from self._once(_program(agent, row["program"], row["rules"]))
            yield {
                "@id": named("run", row["id"]),
                "@type": "prov:Activity",
                "label": f"yaksok {row['command']}",
                "startedAtTime": instant(row["started_at"]),
                "wasAssociatedWith": agent,
            }

    def _sources(self) -> Iterator[Node]:
        for row in source_rows(self._connection):
            source = source_iri(row["id"])
            self._told.add(source)
            yield {
                "@id": source,
                "@type": "prov:Entity",
                "yaksok:kind": "source",
                "yaksok:sha256": row["id"],
                "yaksok:size": row["size"],
                "format": row["media_type"],
                "yaksok:address": list(dict.fromkeys(address for address, _ in row["sightings"])),
            }

    def _versions(self) -> Iterator[Node]:
        for row in all_versions(self._connection):
            source, run = source_iri(row["source_hash"]), named("run", row["run_id"])
            # Of what the first program read there is no stored copy, only the hash.
            yield from self._once(
                {"@id": source, "@type": "prov:Entity", "yaksok:sha256": row["source_hash"]}
            )
            yield {"@id": run, "used": source}
            node = {
                "@id": named("version", row["id"]),
                "@type": "prov:Entity",
                "yaksok:kind": "version",
                "label": row["stem"],
                "yaksok:address": row["address"],
                "title": row["title"],
                "issued": row["date"],
                "yaksok:issuer": row["issuer"],
                "yaksok:genre": row["genre"],
                "language": row["language"],
                "yaksok:rules": row["rules"],
                "generatedAtTime": instant(row["added_at"]),
                "wasDerivedFrom": source,
                "wasGeneratedBy": run,
                "wasRevisionOf": named("version", row["earlier_id"]) if row["earlier_id"] else None,
            }
            yield _said(node)

    def _statements(self) -> Iterator[Node]:
        for reading in readings(self._connection, with_mentions=False):
            version, run = named("version", reading.head["id"]), named("run", reading.head["run_id"])
            for row in reading.statements:
                yield {
                    "@id": named("statement", row["id"]),
                    "@type": "prov:Entity",
                    "yaksok:kind": "statement",
                    "value": row["text"],
                    "yaksok:number": row["n"],
                    "yaksok:spanStart": row["span_start"],
                    "yaksok:spanEnd": row["span_end"],
                    "yaksok:role": row["role"],
                    "yaksok:act": row["act"],
                    "wasQuotedFrom": version,
                    "wasGeneratedBy": run,
                }

    def _decisions(self, made: list[Decision]) -> Iterator[Node]:
        runs = decision_runs(self._connection)
        for decision in made:
            person = _person_iri(decision.person)
            yield from self._once(_person(person, decision.person))
            ends = [key.id for key in (decision.promise, decision.later) if key is not None]
            node = {
                "@id": named("decision", decision.id),
                "@type": "prov:Entity",
                "yaksok:kind": "decision",
                "yaksok:decided": decision.kind,
                "yaksok:relation": decision.relation,
                "yaksok:note": decision.note or None,
                "yaksok:undoes": named("decision", decision.undoes) if decision.undoes else None,
                "generatedAtTime": instant(decision.decided_at),
                "wasDerivedFrom": [named("statement", end) for end in ends],
                "wasGeneratedBy": named("run", runs[decision.id]),
                "wasAttributedTo": person,
            }
            yield _said(node)

    def _link(self, link: Link, decision: Decision | None) -> Iterator[Node]:
        agents, sources = [], [named("statement", end.id) for end in (link.source, link.target)]
        if decision is None or decision.kind != "draw":
            rules = link.proposer.removeprefix("rules ")
            agents.append(_program_iri(__version__, rules))
            yield from self._once(_program(agents[0], __version__, rules))
        if decision is not None:
            agents.append(_person_iri(decision.person))
            sources.append(named("decision", decision.id))
        yield {
            "@id": named("link", f"{link.source.id}-{link.target.id}-{link.relation}"),
            "@type": "prov:Entity",
            "yaksok:kind": "link",
            "yaksok:relation": link.relation,
            "yaksok:score": link.score,
            "yaksok:state": link.state,
            "yaksok:why": link.why,
            "wasDerivedFrom": sources,
            "wasAttributedTo": agents,
        }

    def _verdict(self, verdict: Verdict) -> Iterator[Node]:
        agent = _program_iri(__version__, verdict.rules)
        yield from self._once(_program(agent, __version__, verdict.rules))
        judging = named("judging", f"{self._as_of.isoformat()}-{verdict.rules}")
        yield from self._once(
            {
                "@id": judging,
                "@type": "prov:Activity",
                "label": f"judging as of {self._as_of.isoformat()}",
                "wasAssociatedWith": agent,
            }
        )
        rests_on = dict.fromkeys(
            ref.id for ref in (verdict.promise, *(e.statement for e in verdict.evidence))
        )
        node = {
            "@id": named("verdict", f"{verdict.promise.id}-{self._as_of.isoformat()}"),
            "@type": "prov:Entity",
            "yaksok:kind": "verdict",
            "yaksok:status": verdict.status,
            "yaksok:asOf": self._as_of.isoformat(),
            "yaksok:due": verdict.due.date if verdict.due else None,
            "yaksok:why": verdict.why,
            "wasDerivedFrom": [named("statement", identity) for identity in rests_on],
            "wasGeneratedBy": judging,
            "wasAttributedTo": agent,
        }
        yield _said(node)

    def _once(self, node: Node) -> Iterator[Node]:
        if node["@id"] not in self._told:
            self._told.add(node["@id"])
            yield node


def _said(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value is not None}


def _program_iri(program: str, rules: str | None) -> str:
    return named("program", f"{program}-{rules}" if rules else program)


def _program(identity: str, program: str, rules: str | None) -> Node:
    return _said(
        {
            "@id": identity,
            "@type": ["prov:Agent", "prov:SoftwareAgent"],
            "label": f"yaksok {program}",
            "yaksok:rules": rules,
        }
    )


def _person_iri(name: str) -> str:
    return named("person", name)


def _person(identity: str, name: str) -> Node:
    return {"@id": identity, "@type": ["prov:Agent", "prov:Person"], "label": name}
