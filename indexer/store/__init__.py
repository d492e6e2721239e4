"""Where articles and their quotes are kept: one boundary, two engines."""
