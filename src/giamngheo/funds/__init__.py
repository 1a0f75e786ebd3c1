"""Sources, decisions and the references by which a plan is financed."""
