"""The venue check: what this computer and this room say at the door, and which ways of voting can be used today."""
