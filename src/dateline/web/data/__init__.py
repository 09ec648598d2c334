"""What islands and the API are given: plain values, as of JSON."""
