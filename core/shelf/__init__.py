"""The school's shelf: orders, regulations, guides, links to resources (C6)."""
