"""Measurements: each module prints figures, and none is a timed test. Run as ``python -m bench.speed``.

What they share stands in three packages: ``gold``, ``archives`` and ``questions``.
"""
