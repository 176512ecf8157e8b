"""Wait for something in a page whose policy forbids what `wait_for_function` does."""

from playwright.sync_api import Page


def wait_until(page: Page, expression: str, timeout_s: float = 10.0) -> None:
    """Return when the JavaScript `expression` is true in `page`."""
    for _ in range(int(timeout_s / 0.05)):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"Not within {timeout_s} s: {expression}")
