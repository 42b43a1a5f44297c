"""How large a page may be, for everything that reads one."""

__all__ = ["LARGEST_PAGE"]

#: Bytes. A news page is seldom over 2 MB; what is larger holds images written into the markup, or is no page.
LARGEST_PAGE = 16 * 1024 * 1024
