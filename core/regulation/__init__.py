"""The school's rules in force: reading, choosing, changing single fields, bringing in a file."""
