"""The contract of both engines: what is stored, under which name, as which type."""
