package io.bellwether.app.people;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Who is named in what others write: {@code @maria}, {@code @maria@example.com}. */
public final class Mentions {
    /** Not within a word: the at sign of an address names nobody. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+@-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]*(?:@[\\p{L}\\p{N}.-]+)?)");

    private final Supplier<Store> store;

    public Mentions(Supplier<Store> store) {
        this.store = store;
    }

    /** A record for everybody whom the texts name, but for who wrote them; in the transaction of what was written. */
    public static void record(Handle handle, Author author, String subject, @Nullable String... texts) {
        Set<String> told = new LinkedHashSet<>(List.of(author.by()));
        for (String text : texts) {
            if (text != null) {
                for (String person : named(text, author.catalog().operations())) {
                    if (told.add(person)) {
                        insert(handle, author, person, subject, Texts.excerpt(text));
                    }
                }
            }
        }
    }

    /** The people whom a text names, by their addresses. */
    static List<String> named(String text, Operations operations) {
        List<String> found = new ArrayList<>();
        NAMED.matcher(text)
                .results()
                .map(match -> match.group(1).replaceAll("[.-]+$", "").toLowerCase(Locale.ROOT))
                .forEach(name -> person(name, operations).map(Person::email).ifPresent(found::add));
        return found;
    }

    /** By address, by what stands before its at sign, by name without blanks, or by a first name that only one has. */
    private static Optional<Person> person(String name, Operations operations) {
        Optional<Person> byAddress = operations.person(name);
        if (byAddress.isPresent()) {
            return byAddress;
        }
        for (int way = 0; way < 3; way++) {
            int w = way;
            List<Person> all = operations.people().values().stream()
                    .filter(person -> name.equals(spelled(person, w)))
                    .toList();
            if (all.size() == 1) {
                return Optional.of(all.getFirst());
            }
        }
        return Optional.empty();
    }

    private static String spelled(Person person, int way) {
        String name = person.name().toLowerCase(Locale.ROOT);
        return switch (way) {
            case 0 -> person.email().substring(0, person.email().indexOf('@'));
            case 1 -> name.replaceAll("\\s+", "");
            default -> name.strip().split("\\s+", 2)[0];
        };
    }

    /** Those of a person, the newest first; the unread ones before all others. */
    public List<Mention> of(String person, int limit) {
        return store.get()
                .read(handle -> handle.createQuery("""
                        select m.*, s.at as seen from mention m left join mention_seen s on s.mention = m.id
                        where m.person = :person order by case when s.at is null then 0 else 1 end, m.id desc limit :limit""")
                        .bind("person", person)
                        .bind("limit", limit)
                        .map(ConstructorMapper.of(Mention.class))
                        .list());
    }

    /** Those that a person has not seen, the newest first. */
    public static List<Mention> unread(Handle handle, String person) {
        return handle.createQuery("""
                        select m.*, s.at as seen from mention m left join mention_seen s on s.mention = m.id
                        where m.person = :person and s.at is null order by m.id desc limit 100""")
                .bind("person", person)
                .map(ConstructorMapper.of(Mention.class))
                .list();
    }

    /** All that a person was shown are seen from now on. */
    public void seen(String person, long newest, Instant at) {
        store.get()
                .keep(handle -> handle.createUpdate("""
                        insert into mention_seen (mention, at)
                        select m.id, :at from mention m left join mention_seen s on s.mention = m.id
                        where m.person = :person and m.id <= :newest and s.mention is null
                        on conflict (mention) do nothing""")
                        .bind("at", at)
                        .bind("person", person)
                        .bind("newest", newest)
                        .execute());
    }

    private static void insert(Handle handle, Author author, String person, String subject, String excerpt) {
        long id = handle.createQuery("""
                        insert into mention (at, person, author, subject, excerpt)
                        values (:at, :person, :author, :subject, :excerpt) returning id""")
                .bind("at", author.at())
                .bind("person", person)
                .bind("author", author.by())
                .bind("subject", subject)
                .bind("excerpt", excerpt)
                .mapTo(Long.class)
                .one();
        Post.mentioned(handle, author, new Mention(id, author.at(), person, author.by(), subject, excerpt, null));
    }
}
