/** Trino: its driver, its sessions, its errors. In: a connection. Out: a server. May use: {@code engine.jdbc}. */
@NullMarked
package io.bellwether.engine.trino;

import org.jspecify.annotations.NullMarked;
