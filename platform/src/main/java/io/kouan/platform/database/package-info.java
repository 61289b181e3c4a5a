/**
 * The database: a real PostgreSQL that comes along and lives in the home folder, or any other by URL; its migrations.
 *
 * <p>Guarantees that a committed transaction survives the kill of either process. Knows nothing of the tables' meaning.
 */
@NullMarked
package io.kouan.platform.database;

import org.jspecify.annotations.NullMarked;
