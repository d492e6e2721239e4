"""The connection to the engine: the client, the shapes of its answers, and the requests of one store."""
