"""Requests are read with aiogram's own method models: an unknown parameter or a wrong type is refused.

So is a parameter that the Bot API no longer documents, which aiogram keeps for old programs: another server of the
school's choice need not know it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from sandbox.errors import bad_request

PLAIN = (str, int, float, NoneType, Default, InputFile)
CHAT_IDS = frozenset({"chat_id", "from_chat_id"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a method's parameters before a request comes: their names, and which travel as JSON text."""

    names: frozenset[str]
    structured: frozenset[str]


@cache
def shape_of(model: type[TelegramMethod[Any]]) -> Shape:
    fields = {name: field for name, field in model.model_fields.items() if not _is_bygone(field)}
    structured = frozenset(name for name, field in fields.items() if not _is_plain(field.annotation))
    return Shape(frozenset(fields), structured)


def _is_bygone(field: FieldInfo) -> bool:
    return isinstance(field.json_schema_extra, dict) and bool(field.json_schema_extra.get("deprecated"))


def _is_plain(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin is Annotated or origin in {Union, UnionType}:
        return all(_is_plain(part) for part in get_args(annotation) if isinstance(part, type) or get_origin(part))
    return isinstance(annotation, type) and issubclass(annotation, PLAIN)


def decode(shape: Shape, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as JSON values: structured ones are parsed, chat ids become numbers, absent (null) ones go."""
    decoded: dict[str, Any] = {}
    for name, value in raw.items():
        if value is None:
            continue
        if isinstance(value, str):
            decoded[name] = _decode_text(shape, name, value)
        else:
            decoded[name] = value
    return decoded


def _decode_text(shape: Shape, name: str, value: str) -> Any:
    if name in CHAT_IDS:
        return int(value) if value.lstrip("-").isdigit() else value
    if name not in shape.structured:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None


def validate(model: type[TelegramMethod[Any]], decoded: dict[str, Any]) -> TelegramMethod[Any]:
    """The method as aiogram understands it; raises a 400 Refusal naming every wrong parameter."""
    unknown = decoded.keys() - shape_of(model).names
    if unknown:
        raise bad_request(f"unknown parameter: {', '.join(sorted(unknown))}")
    try:
        return model.model_validate(decoded)
    except ValidationError as error:
        raise bad_request(_explain(error)) from error


def _explain(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(str(step) for step in fault['loc'])}: {fault['msg']}" for fault in faults[:5])
