"""Tolls as read: who was harmed how, and the number's words."""
