"""The provenance is PROV-O: known classes and properties between the right kinds of nodes, nothing left open."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rdflib import PROV, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import XSD

import yaksok
from yaksok.interfaces.exports.linked_data import TERMS, named, source_iri

DAY = "2025-06-30"

# Domain and range of the properties as the W3C Recommendation PROV-O has them.
PROPERTIES = {
    PROV.used: (PROV.Activity, PROV.Entity),
    PROV.wasAssociatedWith: (PROV.Activity, PROV.Agent),
    PROV.wasAttributedTo: (PROV.Entity, PROV.Agent),
    PROV.wasDerivedFrom: (PROV.Entity, PROV.Entity),
    PROV.wasGeneratedBy: (PROV.Entity, PROV.Activity),
    PROV.wasQuotedFrom: (PROV.Entity, PROV.Entity),
    PROV.wasRevisionOf: (PROV.Entity, PROV.Entity),
}
LITERALS = {
    PROV.startedAtTime: (PROV.Activity, XSD.dateTime),
    PROV.generatedAtTime: (PROV.Entity, XSD.dateTime),
    PROV.value: (PROV.Entity, None),
}
CLASSES = {PROV.Entity, PROV.Activity, PROV.Agent, PROV.SoftwareAgent, PROV.Person}
KIND = URIRef(TERMS + "kind")


@pytest.fixture(scope="module")
def path(ledger: yaksok.Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("prov") / "provenance.jsonld"
    ledger.export(target, format="prov", as_of=DAY)
    return target


@pytest.fixture(scope="module")
def graph(path: Path) -> Graph:
    with warnings.catch_warnings():
        # The parser of JSON-LD uses what its own package is giving up.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(path, format="json-ld")


def test_it_is_one_json_object_with_a_node_a_line(path: Path, ledger: yaksok.Ledger, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    nodes = json.loads(text)["@graph"]
    assert [json.loads(line.removesuffix(",")) for line in text.split("\n")[1:-2]] == nodes
    (written,) = ledger.export(tmp_path / "again.jsonld", format="prov", as_of=DAY)
    assert written.records == len(nodes)


def test_every_class_and_property_of_prov_is_one_of_the_recommendation(graph: Graph) -> None:
    used = {predicate for predicate in graph.predicates() if str(predicate).startswith(str(PROV))}
    assert used <= PROPERTIES.keys() | LITERALS.keys()
    assert {PROV.used, PROV.wasDerivedFrom, PROV.wasQuotedFrom, PROV.wasGeneratedBy} <= used
    assert set(graph.objects(predicate=RDF.type)) == CLASSES


def test_every_property_stands_between_the_right_kinds_of_nodes(graph: Graph) -> None:
    for predicate, (domain, range_) in PROPERTIES.items():
        for subject, target in graph.subject_objects(predicate):
            assert (subject, RDF.type, domain) in graph, (subject, predicate)
            assert (target, RDF.type, range_) in graph, (predicate, target)


def test_moments_are_dates_with_time_in_utc(graph: Graph, path: Path) -> None:
    written = re.findall(r'"(?:startedAtTime|generatedAtTime)":"([^"]*)"', path.read_text(encoding="utf-8"))
    assert [moment for moment in written if not moment.endswith("Z")] == []
    for predicate, (domain, kind) in LITERALS.items():
        found = list(graph.subject_objects(predicate))
        assert found
        for subject, value in found:
            assert (subject, RDF.type, domain) in graph
            assert isinstance(value, Literal)
            if kind is not None:
                assert value.datatype == kind
                assert value.toPython().tzinfo is not None


def test_every_record_is_in_it(graph: Graph, ledger: yaksok.Ledger) -> None:
    kinds = Counter(str(kind) for kind in graph.objects(predicate=KIND))
    totals = ledger.totals()
    assert kinds == {
        "source": len(list(ledger.table("sources").rows())),
        "version": totals.versions,
        "statement": len({one.ref.id for one in ledger.statements()}),
        "link": len({(link.source.id, link.target.id, link.relation) for link in ledger.links()}),
        "decision": len(ledger.decisions()),
        "verdict": len(ledger.promises(as_of=DAY)),
    }


def test_a_verdict_leads_back_to_the_bytes(graph: Graph, ledger: yaksok.Ledger) -> None:
    verdict = next(each for each in ledger.promises(as_of=DAY) if each.evidence)
    node = URIRef(named("verdict", f"{verdict.promise.id}-{DAY}"))
    statements = set(graph.objects(node, PROV.wasDerivedFrom))
    assert statements == {
        URIRef(named("statement", ref.id))
        for ref in (verdict.promise, *(one.statement for one in verdict.evidence))
    }
    stored = {one.doc: one for one in ledger.documents()}
    for ref in (verdict.promise, verdict.evidence[0].statement):
        version = graph.value(URIRef(named("statement", ref.id)), PROV.wasQuotedFrom)
        assert version == URIRef(named("version", ref.version))
        source = graph.value(version, PROV.wasDerivedFrom)
        assert source == URIRef(source_iri(stored[ref.doc].source))


def test_a_decided_link_names_its_person(graph: Graph) -> None:
    (decision,) = graph.subjects(KIND, Literal("decision"))
    person = graph.value(decision, PROV.wasAttributedTo)
    assert (person, RDF.type, PROV.Person) in graph
    assert graph.value(person, RDFS.label) == Literal("김미나 & <누리>")
    (link,) = graph.subjects(PROV.wasDerivedFrom, decision)
    assert person in set(graph.objects(link, PROV.wasAttributedTo))
    assert len(set(graph.objects(link, PROV.wasAttributedTo))) == 2


def test_a_new_version_is_a_revision_of_the_one_before(tmp_path: Path) -> None:
    paper, ledger = tmp_path / "plan.txt", yaksok.Ledger(tmp_path / "two.db")
    for line in ("협력을 확대한다.", "협력을 크게 확대한다."):
        paper.write_text(f"2024년 누리부 업무계획\n\n□ {line}\n", encoding="utf-8")
        ledger.add(paper)
    ledger.export(tmp_path / "two.jsonld", format="prov")
    nodes: list[dict[str, Any]] = json.loads((tmp_path / "two.jsonld").read_text(encoding="utf-8"))["@graph"]
    versions = [node for node in nodes if node.get("yaksok:kind") == "version"]
    assert versions[1]["wasRevisionOf"] == versions[0]["@id"]
    assert {node["wasQuotedFrom"] for node in nodes if "wasQuotedFrom" in node} == {versions[1]["@id"]}


def test_a_hash_is_named_as_rfc_6920_writes_it() -> None:
    # The example of the RFC, section 8.1: "Hello World!".
    sha256 = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
    assert source_iri(sha256) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
