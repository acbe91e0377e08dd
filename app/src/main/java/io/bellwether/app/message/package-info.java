/**
 * In: what is to be told, and where. Out: messages that arrive at least once: written into the store in the transaction
 * of what caused them, carried by mail or to a hook, tried again until they arrive or are given up where all can see it.
 * Nobody outside learns an address or a secret from here. May use: the store, core's values, the engine's secrets; mail
 * stays in here.
 */
@NullMarked
package io.bellwether.app.message;

import org.jspecify.annotations.NullMarked;
