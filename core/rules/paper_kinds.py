"""What kind of file somebody sent, by its first bytes; the sender's word is not taken for it."""

MAGIC = (
    (b"%PDF-", 0, "application/pdf"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"WEBP", 8, "image/webp"),
    (b"ftypheic", 4, "image/heic"),
    (b"ftypheix", 4, "image/heic"),
    (b"ftypmif1", 4, "image/heic"),
)


def paper_kind(content: bytes) -> str | None:
    """The MIME type of a picture or a PDF; None for anything else."""
    return next((kind for magic, at, kind in MAGIC if content[at : at + len(magic)] == magic), None)
