"""The JSON API: what each address answers, and the document that describes it."""
