/** In: values. Out: how a terminal, a CSV reader or a JSON reader sees them. May use: nothing of ours but {@code core}. */
@NullMarked
package io.bellwether.app.cli.text;

import org.jspecify.annotations.NullMarked;
