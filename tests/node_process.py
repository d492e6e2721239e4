"""One real Elasticsearch node on loopback: its folder, its start, and its stop by the process id it wrote."""

from __future__ import annotations

import base64
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from node_archive import Missing, Release, java_for

USER = "onrecord-node"
"""The system user that nodes run as when the tests run as root: Elasticsearch refuses to be root."""

HEAP = os.environ.get("ONRECORD_NODES_HEAP", "512m")
"""The heap of a node: of the test suite a small one is enough, a benchmark may want more."""

MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one; containers often have one of 64 MB, which would not do."""

MEMORY_NEEDED = 2 * 1024**3
START_SECONDS = 180
STOP_SECONDS = 20


def ports(count: int) -> list[int]:
    """So many free ports of the loopback interface."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def answer(address: str, path: str, timeout: float = 5.0) -> dict[str, object] | None:
    """The JSON that a node answers with, or None if it does not (yet), or not with success."""
    scheme, _, rest = address.partition("://")
    credentials, _, host = rest.rpartition("@")
    request = urllib.request.Request(f"{scheme}://{host}{path}")
    if credentials:
        request.add_header("Authorization", "Basic " + base64.b64encode(credentials.encode()).decode())
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            answered: dict[str, object] = json.load(response)
            return answered
    except (OSError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Node:
    """A node with all that is its own under one folder, made by ``prepare``.

    Args:
        release: what it runs.
        home: the unpacked release; never written to.
        folder: configuration, data, logs and process id of this node.
        port: of its HTTP interface.
        password: of the user ``elastic``; None for a node without security.
    """

    release: Release
    home: Path
    folder: Path
    port: int
    password: str | None = None

    @property
    def address(self) -> str:
        """The base URL, with user and password if it has security on."""
        credentials = f"elastic:{self.password}@" if self.password else ""
        return f"http://{credentials}127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers; a node that was stopped goes on with its data.

        Raises:
            Missing: no fitting JDK, or it did not come up; the text ends with the end of its log.
        """
        java = java_for(self.release)
        self._run(self._command(java), java, time_limit=START_SECONDS)
        limit = time.monotonic() + START_SECONDS
        while answer(self.address, "/_cluster/health?wait_for_status=yellow&timeout=5s", 10) is None:
            if time.monotonic() > limit or running(self.folder) is None:
                self.stop()
                raise Missing(f"Elasticsearch {self.release.version} did not come up:\n{self._log()}")
            time.sleep(0.2)

    def stop(self, *, kill: bool = False) -> None:
        """Stop it and wait until it is gone; ``kill`` gives it no time to end in good order."""
        stop(self.folder, kill=kill)

    def remove(self) -> None:
        """Stop it and remove its folder, data included."""
        remove(self.folder)

    def add_password(self) -> None:
        """Put the password of ``elastic`` into the node's keystore, before its first start."""
        tool = {"CLI_NAME": "keystore", "CLI_LIBS": "lib/tools/keystore-cli"}
        command = ["bash", str(self.home / "bin" / "elasticsearch-cli"), "add", "-x", "-f", "bootstrap.password"]
        self._run(command, java_for(self.release), given=self.password or "", more=tool)

    def _command(self, java: Path) -> list[str]:
        daemon = ["-d", "-p", str(self.folder / "pid")]
        if self.release.major < 9:
            return [str(self.home / "bin" / "elasticsearch"), *daemon]
        # The start script is left out of the archive, and the starter in it is built for one processor only.
        return [
            str(java / "bin" / "java"),
            f"-Des.path.home={self.home}",
            f"-Des.path.conf={self.folder / 'config'}",
            "-Des.distribution.type=tar",
            "-Des.java.type=ES_JAVA_HOME",
            "-cp",
            f"{self.home}/lib/tools/server-launcher/*:{self.home}/lib/*",
            "org.elasticsearch.server.launcher.ServerLauncher",
            *daemon,
        ]

    def _run(
        self,
        command: list[str],
        java: Path,
        *,
        given: str = "",
        time_limit: int = 60,
        more: Mapping[str, str] | None = None,
    ) -> None:
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.folder),
            "ES_HOME": str(self.home),
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "tmp"),
            "ES_JAVA_HOME": str(java),
            "ES_JAVA_OPTS": f"-Xms{HEAP} -Xmx{HEAP}",
            "ES_DISTRIBUTION_TYPE": "tar",
            "JAVA": str(java / "bin" / "java"),
            "JAVA_TYPE": "ES_JAVA_HOME",
            **(more or {}),
        }
        user = _user()
        try:
            # Written to a file: the node keeps what it inherits open, and a pipe would never end.
            with (self.folder / "start.log").open("a+b") as log:
                subprocess.run(
                    command,
                    cwd=self.home,
                    env=environment,
                    input=given.encode(),
                    stdout=log,
                    stderr=log,
                    check=True,
                    timeout=time_limit,
                    user=user,
                    group=user,
                    extra_groups=[] if user is not None else None,
                )
        except (subprocess.SubprocessError, OSError) as error:
            self.stop()
            raise Missing(f"Elasticsearch {self.release.version} did not start: {error}\n{self._log()}") from None

    def _log(self) -> str:
        logs = [self.folder / "start.log", *sorted((self.folder / "logs").glob("*.log"))]
        lines = [line for log in logs if log.is_file() for line in log.read_text(errors="replace").splitlines()]
        return "\n".join(lines[-15:])


def prepare(release: Release, home: Path, folder: Path, password: str | None = None, *, brief: bool = False) -> Node:
    """A node ready to be started, in a folder that is there and empty.

    Args:
        brief: for the length of one test run: its data may be kept in memory, as thousands of small writes each
            wait for a disk otherwise.
    """
    http, transport = ports(2)
    data = _data(folder, brief)
    secured = "true" if password else "false"
    settings = {
        "cluster.name": folder.name,
        "node.name": folder.name,
        "path.data": data,
        "path.logs": folder / "logs",
        "network.host": "127.0.0.1",
        "http.port": http,
        "transport.port": transport,
        "discovery.type": "single-node",
        "xpack.security.enabled": secured,
        "xpack.security.autoconfiguration.enabled": "false",
        "node.store.allow_mmap": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    shutil.copytree(home / "config", folder / "config")
    lines = "".join(f"{name}: {value}\n" for name, value in settings.items())
    (folder / "config" / "elasticsearch.yml").write_text(lines, encoding="utf-8")
    for name in ("logs", "tmp"):
        (folder / name).mkdir()
    (folder / "data.path").write_text(str(data))
    if (user := _user()) is not None:
        for path in (data, folder, *folder.rglob("*")):
            shutil.chown(path, user, user)
    node = Node(release, home, folder, http, password)
    if password:
        node.add_password()
    return node


def running(folder: Path) -> int | None:
    """The process id of the node that runs from a folder, or None.

    The id that it wrote counts only while that process names the folder: after a crash, another may have it.
    """
    try:
        process = int((folder / "pid").read_text())
    except (OSError, ValueError):
        return None
    return process if _runs_from(process, folder) else None


def stop(folder: Path, *, kill: bool = False) -> None:
    """Stop the node that runs from a folder, if one does, and wait until it is gone."""
    process = running(folder)
    if process is None:
        return
    for sign in (signal.SIGKILL,) if kill else (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(process, sign)
        except ProcessLookupError:
            return
        limit = time.monotonic() + STOP_SECONDS
        # Asked of the process itself: a node that ends removes the file with its id first.
        while time.monotonic() < limit:
            if not _runs_from(process, folder):
                return
            time.sleep(0.05)


def _runs_from(process: int, folder: Path) -> bool:
    try:
        return os.fsencode(folder) in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def remove(folder: Path) -> None:
    """Stop the node that runs from a folder and remove the folder; its data goes anyway, so it is killed."""
    stop(folder, kill=True)
    data = folder / "data.path"
    if data.is_file():
        shutil.rmtree(data.read_text(), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _data(folder: Path, brief: bool) -> Path:
    if brief and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED:
        return Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=MEMORY))
    (folder / "data").mkdir()
    return folder / "data"


def _user() -> str | None:
    """Whom to run a node as: a system user, made once, when this is root; else whoever this is."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(USER)
    except KeyError:
        try:
            subprocess.run(
                ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER],
                check=True,
                capture_output=True,
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise Missing(
                f"Elasticsearch does not run as root, and the user {USER} could not be made ({error}): make it, or "
                "run the tests as another user"
            ) from None
    return USER
