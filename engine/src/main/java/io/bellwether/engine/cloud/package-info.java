/**
 * Warehouses of the cloud: dialects that we write and cannot try, drivers that are too large to ship. In: a connection.
 * Out: a server. May use: {@code engine.jdbc}.
 */
@NullMarked
package io.bellwether.engine.cloud;

import org.jspecify.annotations.NullMarked;
