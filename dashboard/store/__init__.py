"""The store: snapshots of Parquet, asked through DuckDB."""
