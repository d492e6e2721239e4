"""The pages: the same searches and answers as the API's, for people; every page works without scripts."""

from __future__ import annotations

from service.pages import check, documentation, overview, records, results, speakers
from service.pages.blueprint import site

__all__ = ["check", "documentation", "overview", "records", "results", "site", "speakers"]
