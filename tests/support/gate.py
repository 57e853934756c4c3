"""A door between the product and PostgreSQL that a test can shut."""

import asyncio
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit, urlunsplit

SOCKET = ".s.PGSQL.5432"


class Gate:
    """Forwards a Unix socket in `folder` to the server of a database address, while open."""

    def __init__(self, folder: Path, database_url: str) -> None:
        parts = urlsplit(database_url)
        self._inner = Path(parse_qs(parts.query)["host"][0]) / SOCKET
        self._folder = folder
        self._server: asyncio.Server | None = None
        self._pumps: set[asyncio.Task[None]] = set()
        self.url = urlunsplit(parts._replace(query=f"host={folder}"))

    async def open(self) -> None:
        self._server = await asyncio.start_unix_server(self._forward, self._folder / SOCKET)

    async def shut(self) -> None:
        """Nobody comes in any more, and whoever is inside is cut off."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for pump in self._pumps:
            pump.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)
        (self._folder / SOCKET).unlink(missing_ok=True)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_unix_connection(str(self._inner))
        for source, sink in ((reader, inner_writer), (inner_reader, writer)):
            pump = asyncio.create_task(_pump(source, sink))
            self._pumps.add(pump)
            pump.add_done_callback(self._pumps.discard)


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    try:
        while block := await source.read(65536):
            sink.write(block)
            await sink.drain()
    except ConnectionError:
        return
    finally:
        with suppress(RuntimeError):
            sink.close()
