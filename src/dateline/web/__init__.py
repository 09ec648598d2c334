"""The record in a browser: pages, a JSON API and review, served or written as files (docs/web.md)."""
