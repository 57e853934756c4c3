"""Files and links as people send them."""

from core.errors import JournalError


class FileNotAccepted(JournalError):
    """Facts: `limit_mb`."""

    code = "file-not-accepted"


class FileNotFetched(JournalError):
    """Telegram did not give the file's bytes."""

    code = "file-not-fetched"


class FileKindWrong(FileNotAccepted):
    """Neither a picture nor a PDF."""

    code = "file-kind-wrong"


class FileKindForbidden(FileNotAccepted):
    """A program, a script or something unknown. Facts: `name`, `limit_mb`."""

    code = "file-kind-forbidden"


class TooManyFiles(FileNotAccepted):
    """Facts: `limit`."""

    code = "too-many-files"


class AddressWrong(JournalError):
    """The address of a page does not read as one."""

    code = "address-wrong"
