"""CPU time of the steps that a module calls, each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from time import process_time
from types import FunctionType, ModuleType
from typing import Any

PACKAGES = ("indexer.", "service.")


@contextmanager
def steps_timed(*modules: ModuleType) -> Iterator[dict[str, float]]:
    """Seconds by the name of each function that these modules import from the project's other modules, summed up.

    A step that is 5 % of the whole shows by itself that it is superlinear, long before the whole does. What a generator
    does is done at once, so that it is counted where it belongs.
    """
    times: dict[str, float] = {}
    replaced: list[tuple[ModuleType, str, FunctionType]] = []
    for module in modules:
        for name, found in list(vars(module).items()):
            if isinstance(found, FunctionType) and found.__module__ != module.__name__ and _is_own(found):
                replaced.append((module, name, found))
                setattr(module, name, timed_step(found, f"{module.__name__}.{name}", times))
    try:
        yield times
    finally:
        for module, name, found in replaced:
            setattr(module, name, found)


def _is_own(function: FunctionType) -> bool:
    return function.__module__.startswith(PACKAGES)


def timed_step(function: Callable[..., Any], step: str, times: dict[str, float]) -> Callable[..., Any]:
    """The function, which adds what each of its calls takes to the times of a step."""

    @wraps(function)
    def run(*arguments: Any, **named: Any) -> Any:
        before = process_time()
        found = function(*arguments, **named)
        if isinstance(found, Iterator):
            found = iter(list(found))
        times[step] = times.get(step, 0.0) + process_time() - before
        return found

    return run
