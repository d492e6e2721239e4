"""What is sent to Elasticsearch, and how its answers are read. Pure: nothing here opens a connection."""
