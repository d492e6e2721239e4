"""The blueprint of all pages, and the words that every template can use."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from service.addresses import is_web
from service.pages import printed_words, wording
from service.query.filters import Place, filters_in
from service.query.limits import LONGEST

site = Blueprint("pages", __name__)


@site.app_context_processor
def _words() -> dict[str, Any]:
    return {
        "wording": wording,
        "printed_words": printed_words,
        "is_web": is_web,
        "longest": LONGEST,
        "search_filters": filters_in(Place.SEARCH),
        "check_filters": filters_in(Place.CHECK),
    }
