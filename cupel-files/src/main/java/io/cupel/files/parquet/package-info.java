/**
 * Parquet files in and out, by DuckDB; nothing else mentions it, and nothing here is loaded where no file asks for it.
 */
@NullMarked
package io.cupel.files.parquet;

import org.jspecify.annotations.NullMarked;
