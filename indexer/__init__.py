"""Turns news articles into stored quotes; knows nothing of the web or of the command line."""
