"""A page taken apart, to see what is in it and what is not."""

import re
from html.parser import HTMLParser

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</style>"
VOID = {"meta", "wbr", "br"}
HARMFUL = {"script", "img", "link", "iframe", "object", "form", "base"}


class Parsed(HTMLParser):
    """A page taken apart: every tag that is opened is closed, in the right order."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.open = set(), set(), []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def words(text):
    """Give the words of a page, without its style."""
    return " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", text)).split())
