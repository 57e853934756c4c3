"""Reading one Bot API request: query, form, JSON or multipart, with the files it carries."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from sandbox.errors import Refusal, bad_request
from sandbox.files import UPLOAD_LIMIT, Upload


async def read_request(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Raw parameters and uploads. A file sent under a parameter's own name becomes `attach://<name>` there."""
    raw: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return raw, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(request, raw)
    body = await request.read()
    if kind == "application/json":
        raw.update(await _read_json(request))
    else:
        raw.update(parse_qsl(body.decode(), keep_blank_values=True))
    return raw, {}


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON body") from None
    if not isinstance(body, dict):
        raise bad_request("JSON body must be an object")
    return body


async def _read_multipart(request: web.Request, raw: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Upload]]:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse multipart body")
        if part.filename is None:
            raw[part.name] = await part.text()
            continue
        uploads[part.name] = Upload(part.filename, part_mime(part), await read_limited(part))
        raw.setdefault(part.name, f"attach://{part.name}")
    # Files that another parameter refers to by attach:// are no parameters themselves.
    referred = {name for name in uploads if any(name != key and f"attach://{name}" in str(raw[key]) for key in raw)}
    for name in referred:
        raw.pop(name, None)
    return raw, uploads


def part_mime(part: BodyPartReader) -> str:
    return part.headers.get("Content-Type", "application/octet-stream").partition(";")[0]


async def read_limited(part: BodyPartReader) -> bytes:
    """The part's bytes; raises a 413 Refusal beyond 50 MB."""
    content = bytearray()
    while chunk := await part.read_chunk(256 * 1024):
        content += chunk
        if len(content) > UPLOAD_LIMIT:
            raise Refusal(413, "Request Entity Too Large")
    return bytes(content)
