"""What the extraction of quotes knows about English."""
