"""Names of the files that people are sent."""

UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))
LENGTH = 120


def file_name(said: str, ending: str) -> str:
    """`said` without signs that file systems refuse, and its ending."""
    return f"{said.translate(UNSAFE)[:LENGTH]}.{ending}"
