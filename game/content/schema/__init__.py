"""Schema: what each record of the scenario language holds, one section a file."""
