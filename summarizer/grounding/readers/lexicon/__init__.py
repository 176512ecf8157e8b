"""Word lists, by language; data, no behaviour."""
