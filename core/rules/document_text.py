"""A document of the shelf as somebody writes it in one message: a title, words, an address."""

from dataclasses import dataclass

from core.rules.length import within
from core.rules.web_address import checked_address, names_address

TITLE, BODY = 200, 2000


@dataclass(frozen=True)
class DocumentWords:
    """What a message says of a document."""

    title: str
    body: str
    address: str


def parse_document(words: str, file_name: str = "") -> DocumentWords:
    """The first line is the title, a line that is an address the address, the rest the words.

    Without a title the file's name serves, or the address. Raises TextTooLong, AddressWrong.
    """
    lines = [line.strip() for line in words.strip().splitlines()]
    found = next((line for line in lines if names_address(line)), "")
    address = checked_address(found) if found else ""
    rest = [line for line in lines if line != found or not found]
    title = rest[0] if rest and rest[0] else _stem(file_name) or found
    body = "\n".join(rest[1:]).strip()
    return DocumentWords(within(title, TITLE), within(body, BODY), address)


def _stem(file_name: str) -> str:
    stem = file_name.rpartition(".")[0] or file_name
    return stem.replace("_", " ").strip()[:TITLE]
