"""Who is meant: names, offices, pronouns, owners and groups without a name, as the fact kinds that come after actors ask for them."""
