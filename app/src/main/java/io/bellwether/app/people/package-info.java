/**
 * In: what people say about KPIs: check-ins, actions, events, notes, acknowledgements, thanks. Out: the same, kept for ever, with
 * what the KPI stood at then; and what is due. The SQL of a table stands in the one class that is named after its rows. May use:
 * the store, the scorecard, core.
 */
@NullMarked
package io.bellwether.app.people;

import org.jspecify.annotations.NullMarked;
