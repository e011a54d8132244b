"""Keeps on the loopback what Ray would have listen on all addresses of a machine that is a cluster of its own."""

from __future__ import annotations

from typing import Any

from ray._common import tls_utils
from ray.serve._private import replica


def close_replica() -> None:
    """To be called by a replica before Serve starts its gRPC server, of which Serve itself makes no use by default.

    That server lets everybody in, and unpickles what it is sent: who reaches it can run code.
    """
    replica.add_port_to_grpc_server = on_loopback  # type: ignore[attr-defined]


def on_loopback(server: Any, address: str) -> int:
    """Listens at the port of the address, for this machine alone."""
    port: int = tls_utils.add_port_to_grpc_server(  # type: ignore[no-untyped-call]
        server, f"127.0.0.1:{address.rpartition(':')[2]}"
    )
    return port
