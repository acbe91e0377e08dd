/**
 * In: a catalog, again and again, and what people decide. Out: the versions of every promise with who changed it and why,
 * every close as it was reported and as it is now, decisions with the evidence that was shown, and the catalog in which
 * what has closed is still judged by the version of then. Nothing here is ever changed or taken away: it is added to.
 * May use: {@code store}, {@code scorecard}, {@code edit}, {@code workspace}, core.
 */
@NullMarked
package io.bellwether.app.promise;

import org.jspecify.annotations.NullMarked;
