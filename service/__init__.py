"""Turns requests into queries, and answers into JSON and pages."""
