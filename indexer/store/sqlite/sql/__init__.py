"""What a search asks of SQLite, as SQL and FTS5 expressions with parameters. Pure: nothing here opens a file."""
