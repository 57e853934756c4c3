"""Where the browser of the page tests is, and how it is started."""

import os
import shutil

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The path of Chromium. Without it the test is skipped, or fails when ZVONOK_BROWSER_TESTS=required."""
    path = os.environ.get("ZVONOK_CHROMIUM") or shutil.which("chromium")
    if path:
        return path
    reason = "Chromium is not installed: the chat page is not tested (set ZVONOK_CHROMIUM to its path)"
    if os.environ.get("ZVONOK_BROWSER_TESTS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)
