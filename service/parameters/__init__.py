"""The parameters of requests: one description for the API, its documentation, the command and Python.

A query string gives each parameter as a list of texts; the command gives texts and numbers. Both are checked
here, with the same messages. The filters among the parameters come from ``service.query.filters``.
"""

from __future__ import annotations

from service.parameters.base import Filtered, Name, NoParameters, Once, Parameters, with_filters
from service.parameters.checked import MOST_ERRORS, MOST_VALUES, Refused, checked
from service.parameters.searches import ByDate, ExportParameters, SearchParameters, SpeakersParameters, Words, build

__all__ = [
    "MOST_ERRORS",
    "MOST_VALUES",
    "ByDate",
    "ExportParameters",
    "Filtered",
    "Name",
    "NoParameters",
    "Once",
    "Parameters",
    "Refused",
    "SearchParameters",
    "SpeakersParameters",
    "Words",
    "build",
    "checked",
    "with_filters",
]
