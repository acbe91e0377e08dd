/** PostgreSQL: its driver, its sessions, its types. In: a connection. Out: a server. May use: {@code engine.jdbc}. */
@NullMarked
package io.bellwether.engine.postgres;

import org.jspecify.annotations.NullMarked;
