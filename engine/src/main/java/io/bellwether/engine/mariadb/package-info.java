/**
 * MariaDB and MySQL, whose drivers we may not ship: sessions, types, errors. In: a connection. Out: a server. May use:
 * {@code engine.jdbc}.
 */
@NullMarked
package io.bellwether.engine.mariadb;

import org.jspecify.annotations.NullMarked;
