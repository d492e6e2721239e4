"""The texts with what people found in them, and how far an extractor agrees."""
