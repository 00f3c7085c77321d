"""The description of the API as a page, made from its OpenAPI document; it loads nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from yaksok.interfaces.web.asked import language_of, person_of
from yaksok.interfaces.web.rendering import Bare, page

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation: its name, where it is given, and what it may be."""

    name: str
    place: str
    kind: str
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked."""

    verb: str
    path: str
    summary: str
    about: str
    stability: str
    parameters: tuple[Parameter, ...]
    body: str
    answer: str


@router.get("/docs")
def docs(request: Request) -> Response:
    """The page."""
    described = request.app.openapi()
    bare = Bare(request, language_of(request), person_of(request))
    return page(
        bare, "api.html", about=described["info"]["description"], operations=list(operations(described))
    )


def operations(described: dict[str, Any]) -> Iterator[Operation]:
    """What an OpenAPI document offers, in its order."""
    for path, verbs in described["paths"].items():
        for verb, one in verbs.items():
            yield Operation(
                verb=verb.upper(),
                path=path,
                summary=one.get("summary", ""),
                about=one.get("description", ""),
                stability=one.get("x-stability", ""),
                parameters=tuple(_parameter(each) for each in one.get("parameters", ())),
                body=_shape(one.get("requestBody", {}).get("content", {})),
                answer=_shape(_success(one).get("content", {})),
            )


def _success(operation: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(
        (answer for status, answer in operation["responses"].items() if status.startswith("2")), {}
    )
    return found


def _parameter(told: dict[str, Any]) -> Parameter:
    schema = told.get("schema", {})
    return Parameter(
        name=told["name"],
        place=told["in"],
        kind=_kind(schema),
        about=told.get("description") or schema.get("description", ""),
        required=told.get("required", False),
    )


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "anyOf" in schema:
        kinds = [_kind(one) for one in schema["anyOf"] if one.get("type") != "null"]
        return " | ".join(dict.fromkeys(kinds))
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items', {}))} …"
    bounds = [str(schema[name]) for name in ("minimum", "maximum") if name in schema]
    return " ".join([str(schema.get("type", "")), "–".join(bounds)]).strip()


def _shape(content: dict[str, Any]) -> str:
    """The name of the shape of a body, or the media types it comes in."""
    shapes = [one.get("schema", {}) for kind, one in content.items() if kind == "application/json"]
    named = [str(one.get("title") or one.get("$ref", "")).rsplit("/", 1)[-1] for one in shapes]
    return ", ".join(filter(None, named)) or ", ".join(kind for kind in content if kind != "application/json")
