"""onrecord from Python: find the quotes of an article, keep them, search them, and check whether words were printed.

    import onrecord

    quotes = onrecord.extract("“The ferry sails at noon,” Ada Lund said on Monday.", published="2026-03-12")
    print(quotes)                        # who said what, and when
    rows = quotes.to_dicts()             # one flat row a quote: pandas.DataFrame(rows)

Each name is loaded when it is first used, so that ``import onrecord`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indexer.check import Question
    from indexer.model import Article, Quote
    from indexer.query import Query
    from indexer.store import open_store
    from onrecord.archive import Results, check, index, search
    from onrecord.articles import read
    from onrecord.quotes import Quotes, extract

    __version__: str

__all__ = [
    "Article",
    "Query",
    "Question",
    "Quote",
    "Quotes",
    "Results",
    "__version__",
    "check",
    "extract",
    "index",
    "open_store",
    "read",
    "search",
]

_HOMES = {
    "Article": "indexer.model",
    "Query": "indexer.query",
    "Question": "indexer.check",
    "Quote": "indexer.model",
    "Quotes": "onrecord.quotes",
    "Results": "onrecord.archive",
    "check": "onrecord.archive",
    "extract": "onrecord.quotes",
    "index": "onrecord.archive",
    "open_store": "indexer.store",
    "read": "onrecord.articles",
    "search": "onrecord.archive",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("onrecord")
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
