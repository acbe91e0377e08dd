package io.bellwether.app.promise;

import io.bellwether.app.store.Change;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is kept together with a decision, in its transaction: the record of the meeting that made it. */
public interface Beside {
    /** Nothing else. */
    Beside NOTHING = (handle, decision) -> List.of();

    /**
     * @param decision the number of what was decided
     * @return what the audit log says of it
     */
    List<Change> kept(Handle handle, long decision);

    /** The decision did not come about: its file could not be written. */
    default List<Change> withdrawn(Handle handle, long decision) {
        return List.of();
    }
}
