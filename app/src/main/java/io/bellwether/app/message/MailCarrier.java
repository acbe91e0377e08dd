package io.bellwether.app.message;

import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Operations.MailServer;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.jdbc.Secrets;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Carries messages by mail: to the workspace's SMTP server, as plain text and HTML. */
public final class MailCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UTF_8 = "utf-8";

    private final Secrets secrets;
    private final Supplier<Operations> operations;
    private final @Nullable SSLSocketFactory trust;
    private final Duration patience;

    public MailCarrier(Secrets secrets, Supplier<Operations> operations) {
        this(secrets, operations, null, PATIENCE);
    }

    /** @param trust whose certificates count, or null for the machine's own */
    MailCarrier(Secrets secrets, Supplier<Operations> operations, @Nullable SSLSocketFactory trust, Duration patience) {
        this.secrets = secrets;
        this.operations = operations;
        this.trust = trust;
        this.patience = patience;
    }

    @Override
    public Outcome carry(Message message, Instant at) {
        MailServer server = operations.get().mail();
        if (server == null) {
            return new Outcome.Later("the workspace names no mail server; add mail: { host: …, from: … }", null);
        }
        try {
            InternetAddress to = address(secrets.fill(message.to().address()));
            return sent(server, message, to, at);
        } catch (AddressException e) {
            return new Outcome.Never("its address is not one of mail");
        } catch (EngineException e) {
            return new Outcome.Later(secrets.cover(e.diagnostic().message()), null);
        }
    }

    private Outcome sent(MailServer server, Message message, InternetAddress to, Instant at) {
        Session session = Session.getInstance(settings(server));
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage mail = mail(session, server, message, to, at);
            transport.connect(
                    secrets.fill(server.host()), port(server), filled(server.user()), filled(server.password()));
            transport.sendMessage(mail, new InternetAddress[] {to});
            return new Outcome.Delivered();
        } catch (SendFailedException e) {
            return isForGood(e) ? new Outcome.Never(reason(e)) : new Outcome.Later(reason(e), null);
        } catch (MessagingException e) {
            return new Outcome.Later(reason(e), null);
        }
    }

    /** One address and nothing else: no line's end, no list. */
    private static InternetAddress address(String text) throws AddressException {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == ',')) {
            throw new AddressException("not one address");
        }
        InternetAddress address = new InternetAddress(text, true);
        address.validate();
        return address;
    }

    private Properties settings(MailServer server) {
        Properties settings = new Properties();
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            settings.put("mail.smtp." + wait, String.valueOf(patience.toMillis()));
        }
        settings.put("mail.smtp.auth", String.valueOf(server.user() != null));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case NONE -> settings.put("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> settings.put("mail.smtp.ssl.enable", "true");
        }
        if (trust != null) {
            settings.put("mail.smtp.ssl.socketFactory", trust);
        }
        return settings;
    }

    private static int port(MailServer server) {
        if (server.port() != null) {
            return server.port();
        }
        return switch (server.security()) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        };
    }

    private static MimeMessage mail(Session session, MailServer server, Message message, InternetAddress to, Instant at)
            throws MessagingException {
        InternetAddress from = new InternetAddress(server.from(), true);
        String id = "<" + message.id() + "@" + from.getAddress().replaceFirst(".*@", "") + ">";
        MimeMessage mail = new MimeMessage(session) {
            /** The same each time it is tried, so that receivers can tell that it is the same. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(Lines.subject(message.subject()), UTF_8);
        mail.setSentDate(Date.from(at));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.html() == null) {
            mail.setText(message.body(), UTF_8);
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(message.body(), UTF_8);
            MimeBodyPart html = new MimeBodyPart();
            html.setText(message.html(), UTF_8, "html");
            mail.setContent(new MimeMultipart("alternative", text, html));
        }
        return mail;
    }

    private @Nullable String filled(@Nullable String text) {
        return text == null ? null : secrets.fill(text);
    }

    /** Whether the server refused the address itself, which another attempt will not change. */
    private static boolean isForGood(SendFailedException e) {
        for (Exception at = e; at != null; at = at instanceof MessagingException m ? m.getNextException() : null) {
            int code = switch (at) {
                case SMTPAddressFailedException a -> a.getReturnCode();
                case SMTPSendFailedException s -> s.getReturnCode();
                default -> 0;
            };
            if (code >= 500 && code < 560 && code != 552) {
                return true;
            }
        }
        return false;
    }

    /** What went wrong first, on one line and without the receiver's address. */
    private String reason(MessagingException e) {
        Exception last = e;
        while (last instanceof MessagingException m && m.getNextException() != null) {
            last = m.getNextException();
        }
        String said = String.valueOf(last.getMessage());
        return "mail: " + Lines.one(secrets.cover(said).replaceAll("[^\\s<>\"(]+@[^\\s<>\")]+", "***"), 200);
    }
}
