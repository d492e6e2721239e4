"""What an HTML page says of its article."""
