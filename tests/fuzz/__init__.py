"""Fuzzing, opt-in: what strangers may send is changed at random, thousands of times."""
