"""ONNX graphs of the package, opened once per process.

A fixed number of threads gives the same figures every time, and with one, the default, a process that was forked while
a graph was open can go on using it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any

from indexer.errors import EncoderUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

THREADS = 1
"""Threads of one run; the service answers several requests at a time anyway."""

_NO_MEMORY = re.compile(r"bad_?\s?alloc|allocate memory", re.IGNORECASE)
_REMEDY = "install it again: pip install --force-reinstall onnxruntime"


@dataclass(slots=True)
class _Opened:
    """The graphs of this process, by package and file."""

    graphs: dict[tuple[str, str], Run] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def forget(self) -> None:
        """A child has the memory of its parent but none of its threads."""
        self.graphs = {}
        self.lock = Lock()


class Run:
    """An open graph; threads may share it."""

    def __init__(self, name: str, session: InferenceSession) -> None:
        self._name = name
        self._session = session

    def __call__(self, inputs: Mapping[str, NDArray[np.generic]], *outputs: str) -> list[NDArray[np.float32]]:
        """The named outputs for these inputs, which go by the names that the graph has for them.

        Raises:
            EncoderUnavailable: the graph could not be run.
            MemoryError: the inputs take more than this process may have.
        """
        try:
            found: list[NDArray[np.float32]] = self._session.run(list(outputs), dict(inputs))
        except Exception as error:  # onnxruntime's own derive from nothing narrower
            if _NO_MEMORY.search(str(error)):
                raise MemoryError(_first_line(error)) from error
            raise EncoderUnavailable(f"{self._name} could not be run by onnxruntime ({_first_line(error)})") from error
        return found


_opened = _Opened()
os.register_at_fork(after_in_child=_opened.forget)


def opened(package: str, name: str) -> Run:
    """A graph that ships with onrecord, opened at the first call in a process.

    Args:
        package: where the file is, such as ``indexer.encoder``.
        name: the file, such as ``meaning.onnx``.

    Raises:
        EncoderUnavailable: onnxruntime is missing or broken, or the file is; says what to do.
    """
    key = (package, name)
    with _opened.lock:
        if key not in _opened.graphs:
            _opened.graphs[key] = Run(name, _session(package, name))
        return _opened.graphs[key]


def _session(package: str, name: str) -> InferenceSession:
    try:
        import onnxruntime
    except Exception as error:  # a broken library fails in ways of its own
        raise EncoderUnavailable(f"onnxruntime cannot be loaded ({_first_line(error)}); {_REMEDY}") from error
    try:
        model = files(package).joinpath(name).read_bytes()
    except OSError as error:
        raise EncoderUnavailable(f"{name} of {package} cannot be read; install onrecord again") from error
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.use_deterministic_compute = True
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise EncoderUnavailable(
            f"{name} of {package} cannot be opened by onnxruntime {onnxruntime.__version__} ({_first_line(error)}); "
            f"install onrecord again, and {_REMEDY}"
        ) from error


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
