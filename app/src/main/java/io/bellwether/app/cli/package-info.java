/** In: a command line. Out: text, JSON or CSV, and an exit code. May use: every use case; the wiring is here. */
@NullMarked
package io.bellwether.app.cli;

import org.jspecify.annotations.NullMarked;
