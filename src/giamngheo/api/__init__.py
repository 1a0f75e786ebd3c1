"""JSON API with OpenAPI. Empty until another system has to call us."""
