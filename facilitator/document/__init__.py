"""Headings, paragraphs, tables and charts as data, and the formats they become."""
