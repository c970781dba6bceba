"""Every word that people see: messages travel as data and are rendered at the edge."""
