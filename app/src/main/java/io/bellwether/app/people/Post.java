package io.bellwether.app.people;

import io.bellwether.app.message.Message;
import io.bellwether.app.message.Outbox;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Mail to people of the workspace, put into the outbox in the transaction of what it tells of. */
public final class Post {
    private Post() {}

    /** Whether the workspace sends any: without a server nothing is added that could never leave. */
    public static boolean isOpen(Author author) {
        return author.catalog().operations().mail() != null;
    }

    /**
     * One mail to one person.
     *
     * @param key what tells it from all others; a second one with it is not sent
     * @param about what it tells of: {@code review:7}
     */
    public static void send(Handle handle, Author author, Mail mail, String to, String key, String about) {
        var channel = new Channel(Channel.Kind.EMAIL, to, null);
        Outbox.add(
                handle,
                new Message(key, about, channel, Texts.excerpt(mail.subject()), mail.text(), mail.html()),
                author.at());
    }

    /** What stands in it. */
    public record Mail(
            String subject, String text, @Nullable String html) {}

    static void mentioned(Handle handle, Author author, Mention mention) {
        if (isOpen(author)) {
            String who = author.catalog()
                    .operations()
                    .person(mention.author())
                    .map(Person::name)
                    .orElse(mention.author());
            String about = mention.subject().replaceFirst("^[a-z]+:", "");
            String text = who + " wrote, about " + about + ":\n\n" + mention.excerpt() + "\n";
            var mail = new Mail(who + " mentioned you", text, null);
            send(handle, author, mail, mention.person(), "mention:" + mention.id(), mention.subject());
        }
    }
}
