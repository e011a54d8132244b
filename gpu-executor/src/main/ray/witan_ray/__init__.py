"""Runs turns of deliberations on a Ray cluster, next to the servers that answer them."""
