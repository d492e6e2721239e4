"""A real nginx on loopback, with the configurations that the documentation shows."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodes import Missing

EXAMPLES = Path(__file__).parents[1] / "docs" / "nginx"

_MAIN = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""


def nginx() -> str:
    """The path of the program.

    Raises:
        Missing: it is not installed.
    """
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise Missing("nginx is not installed (on Debian and Ubuntu: apt-get install nginx-light)")
    return found


def example(name: str, *, port: int, service: int) -> str:
    """A documented configuration, for these ports in place of 80 and 8080."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    assert text.count("listen 80;") == 1
    assert text.count("http://127.0.0.1:8080") == 1
    return text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("127.0.0.1:8080", f"127.0.0.1:{service}")


@contextmanager
def proxying(folder: Path, port: int, servers: str) -> Iterator[None]:
    """An nginx that has these servers, one of which listens on a port of loopback."""
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, servers=servers))
    command = [nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait_for(port, process)
            yield
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            assert process.stderr is not None
            assert process.poll() is None, process.stderr.read()
            assert time.monotonic() < deadline
            time.sleep(0.05)
