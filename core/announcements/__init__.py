"""Announcements: written for many, shown before they leave, watched afterwards, kept on the board (C2)."""
