"""The pages: the same searches and answers as the API's, for people; every page works without scripts."""

from __future__ import annotations

from service.pages import check, documentation, records, results
from service.pages.blueprint import site

__all__ = ["check", "documentation", "records", "results", "site"]
