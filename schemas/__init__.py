"""What flows between the stages: frozen typed records, their codec, their ids and their JSON Schemas."""
