"""The MCP server (`yaksok mcp`): the ledger as tools for programs that speak the Model Context Protocol."""
