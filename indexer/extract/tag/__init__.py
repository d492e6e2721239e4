"""Finds the spans that play a part in attributions: sources, cues and contents, as labels and nothing more."""
