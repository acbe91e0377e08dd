package io.bellwether.app.cli;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.source.Nearest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does what a command does: the one place where the command line gets its person. */
final class ActorOption {
    static final String VARIABLE = "BELLWETHER_PERSON";

    @Option(
            names = "--as",
            paramLabel = "EMAIL",
            description = "Who you are: one of the workspace's people; default: the variable " + VARIABLE + ".")
    @Nullable
    String email;

    /**
     * The person, who must be one of the workspace's.
     *
     * @throws UsageException that says how to name one
     */
    Person in(Catalog catalog, Map<String, String> environment) {
        String named = email == null ? environment.get(VARIABLE) : email;
        Map<String, Person> people = catalog.operations().people();
        if (people.isEmpty()) {
            throw new UsageException(
                    "the workspace names no people", "add people: [ {email: maria@example.com} ] to a file of it");
        }
        if (named == null || named.isBlank()) {
            throw new UsageException(
                    "this is done by a person, and none is named",
                    "say --as " + people.keySet().iterator().next() + ", or set " + VARIABLE);
        }
        return catalog.operations()
                .person(named)
                .orElseThrow(() -> new UsageException(
                        "the workspace has no person \"" + named + "\"",
                        Nearest.fix(Person.key(named), people.keySet()).orElse("add them to people:")));
    }
}
