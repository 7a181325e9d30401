"""Stands between a window and its server: far away, and now and then gone."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread


class ServerProxy:
    """Hands on what is sent after a while, in order. While it is `away` nobody gets through."""

    def __init__(self, target: str, delay: float) -> None:
        """`target` is the server's socket in the file system, `delay` the seconds of each way."""
        self._target, self._delay = target, delay
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.StreamWriter] = set()
        self._away = False
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]

    def drop(self) -> None:
        """Break every connection, and let nobody in until `come_back`."""
        self._away = True
        self._loop.call_soon_threadsafe(self._break)

    def come_back(self) -> None:
        """From now on the server answers again."""
        self._away = False

    def run(self) -> None:
        """On a thread of its own, until `stop`."""
        asyncio.set_event_loop(self._loop)
        serving = self._loop.run_until_complete(asyncio.start_server(self._serve, sock=self._socket))
        self._loop.run_forever()
        serving.close()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    def stop(self) -> None:
        """Break all connections and end."""
        self.drop()
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _break(self) -> None:
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._away:
            writer.transport.abort()
            return
        there, back = await asyncio.open_unix_connection(self._target)
        self._open |= {writer, back}
        await asyncio.gather(self._pump(reader, back), self._pump(there, writer))

    async def _pump(self, source: asyncio.StreamReader, aim: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                self._loop.call_later(self._delay, self._hand_on, aim, data)
        self._loop.call_later(self._delay, aim.close)

    def _hand_on(self, aim: asyncio.StreamWriter, data: bytes) -> None:
        if not aim.is_closing():
            aim.write(data)


@contextmanager
def far_away(target: str, delay: float) -> Iterator[ServerProxy]:
    """A proxy that runs."""
    proxy = ServerProxy(target, delay)
    thread = Thread(target=proxy.run)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.stop()
        thread.join()
