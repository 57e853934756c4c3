"""What the command line does, a file an area."""
