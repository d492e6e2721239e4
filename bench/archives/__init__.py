"""Archives that are filled and served to be measured, and the bare engines beside them."""
