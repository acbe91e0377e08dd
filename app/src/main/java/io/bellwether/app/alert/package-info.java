/**
 * In: the workspace's alerts, and what its numbers are as of a moment. Out: for each alert, each thing that it looks at
 * and each receiver whether it holds, and a message where that changed, written in one transaction with what is
 * remembered of it; digests for people. May use: the scorecard, the store, messages.
 */
@NullMarked
package io.bellwether.app.alert;

import org.jspecify.annotations.NullMarked;
