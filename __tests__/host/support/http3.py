"""A client that speaks HTTP/3, and trusts anybody: aioquic."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from aioquic.asyncio.client import connect
from aioquic.asyncio.protocol import QuicConnectionProtocol
from aioquic.h3.connection import H3_ALPN, ErrorCode, H3Connection
from aioquic.h3.events import DataReceived, H3Event, HeadersReceived
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import QuicEvent

TIMEOUT = 30


class Heard(NamedTuple):
    """An answer; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Http3(QuicConnectionProtocol):
    """One connection."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self._http = H3Connection(self._quic)
        self._heard: dict[int, list[H3Event]] = {}
        self._ended: dict[int, asyncio.Future[None]] = {}

    async def ask(self, method: str, name: str, path: str = "/", body: bytes = b"") -> Heard:
        """One request."""
        stream = self._quic.get_next_available_stream_id()
        head = {
            ":method": method,
            ":scheme": "https",
            ":authority": name,
            ":path": path,
            **({"content-length": str(len(body))} if body else {}),
        }
        self._heard[stream], self._ended[stream] = [], asyncio.get_running_loop().create_future()
        self._http.send_headers(stream, [(key.encode(), value.encode()) for key, value in head.items()], end_stream=not body)
        if body:
            self._http.send_data(stream, body, end_stream=True)
        self.transmit()
        await asyncio.wait_for(self._ended[stream], TIMEOUT)
        return _heard(self._heard.pop(stream))

    def begin(self, method: str, name: str, more: dict[str, str]) -> int:
        """Sends the head of a request whose body follows; gives its stream."""
        stream: int = self._quic.get_next_available_stream_id()
        head = {":method": method, ":scheme": "https", ":authority": name, ":path": "/", **more}
        self._http.send_headers(stream, [(key.encode(), value.encode()) for key, value in head.items()])
        return stream

    def send(self, stream: int, body: bytes, end: bool) -> None:
        """Sends a part of a request's body."""
        self._http.send_data(stream, body, end_stream=end)
        self.transmit()

    def reset(self, stream: int) -> None:
        """Breaks a request off."""
        self._quic.reset_stream(stream, ErrorCode.H3_REQUEST_CANCELLED)
        self.transmit()

    def quic_event_received(self, event: QuicEvent) -> None:
        """Sorts what came to the requests."""
        for one in self._http.handle_event(event):
            if not isinstance(one, (HeadersReceived, DataReceived)) or one.stream_id not in self._heard:
                continue
            self._heard[one.stream_id].append(one)
            if one.stream_ended:
                self._ended[one.stream_id].set_result(None)


def _heard(events: list[H3Event]) -> Heard:
    pairs = [pair for one in events if isinstance(one, HeadersReceived) for pair in one.headers]
    headers = {key.decode(): value.decode() for key, value in pairs}
    return Heard(int(headers[":status"]), headers, b"".join(one.data for one in events if isinstance(one, DataReceived)))


@asynccontextmanager
async def http3(port: int, sni: str) -> AsyncIterator[Http3]:
    """A connection to a port of this machine."""
    settings = QuicConfiguration(is_client=True, alpn_protocols=H3_ALPN, server_name=sni, verify_mode=ssl.CERT_NONE)
    async with connect("127.0.0.1", port, configuration=settings, create_protocol=Http3) as client:
        assert isinstance(client, Http3)
        yield client
