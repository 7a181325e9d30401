"""Copy that arrives: read, looked over in a sheet where there is a doubt, and taken in."""
