"""The requests to Elasticsearch, and how their answers are read. Pure: nothing here opens a connection."""
