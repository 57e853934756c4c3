"""What an announcement says, frozen for its messages (C2)."""

from typing import Any

from sqlalchemy import Row

from core.rules.names import initials_of


def words_of(row: Row[Any]) -> dict[str, Any]:
    """The facts of its message, alike for everybody; of a row with the columns drafts.AUTHOR, FILES, `position`.

    announcement, author, position, body, spans, urgent (the reason, or empty), ask (none, read, choice, number),
    choices, ends_on (ISO or null), attached (how many files); `children` (given names) is set for each family.
    """
    return {
        "announcement": row.id,
        "author": author_of(row),
        "position": row.position,
        "body": row.body,
        "spans": row.spans,
        "urgent": row.urgent_reason if row.urgent else "",
        "ask": str(row.acknowledgement),
        "choices": list(row.choices),
        "ends_on": row.ends_on.isoformat() if row.ends_on else None,
        "attached": len(row.files or []),
        "children": [],
    }


def author_of(row: Row[Any]) -> str:
    """The author with initials."""
    return initials_of(row.author_surname, row.author_given, row.author_patronymic)
