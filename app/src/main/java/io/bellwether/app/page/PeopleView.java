package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workspace's people.
 *
 * @param you the one who asks, or null where the request does not say who
 */
public record PeopleView(@Nullable PersonView you, List<PersonView> people) {
    /** Somebody by name. */
    public record PersonView(
            String email, String name, @Nullable String team) {}
}
