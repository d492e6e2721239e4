"""When an article was published: dates that it states or prints, and which of them is trusted most."""
