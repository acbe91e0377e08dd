package io.bellwether.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Operations.MailServer;
import io.bellwether.core.catalog.Operations.MailServer.Security;
import io.bellwether.engine.jdbc.Secrets;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCarrierTest {
    private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
    private static final Secrets SECRETS =
            new Secrets(Map.of("PASSWORD", "geheim!", "BOSS", "boss@example.com"), Path.of(""));

    private final GreenMail mails = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeAll
    static void certificate() {
        Certificates.use();
    }

    @BeforeEach
    void start() {
        mails.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    private static Outcome carry(MailServer server, Message message) {
        SSLSocketFactory trust = Certificates.context().getSocketFactory();
        var carrier = new MailCarrier(SECRETS, () -> Letters.with(server), trust, Duration.ofSeconds(2));
        return carrier.carry(message, NOON);
    }

    private MailServer plain() {
        return server(mails.getSmtp().getPort(), Security.NONE, null);
    }

    private static MailServer server(int port, Security security, @org.jspecify.annotations.Nullable String user) {
        return new MailServer(
                "localhost", port, security, "bellwether@example.com", user, user == null ? null : "${env:PASSWORD}");
    }

    private static Message message(String subject, String to) {
        return Writing.write("k1", "a", Letters.letter(subject), new Channel(Channel.Kind.EMAIL, to, null));
    }

    @Test
    void aMailArrivesAsTextAndHtml() throws Exception {
        Message message = message("Revenue – £8.7M ist zu wenig", "maria@example.com");
        assertThat(carry(plain(), message)).isEqualTo(new Outcome.Delivered());
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Revenue – £8.7M ist zu wenig");
        assertThat(mail.getFrom()[0]).hasToString("bellwether@example.com");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("maria@example.com");
        assertThat(mail.getMessageID()).isEqualTo("<" + message.id() + "@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0)
                        .getContent()
                        .toString()
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(message.body().strip());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("£8.7M of £10M &lt;b&gt;");
    }

    @Test
    void tlsAndAPasswordAreUsed() {
        mails.setUser("maria@example.com", "bell", "geheim!");
        assertThat(carry(server(mails.getSmtps().getPort(), Security.TLS, "bell"), message("x", "maria@example.com")))
                .isEqualTo(new Outcome.Delivered());
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void startTlsComesBeforeAnythingElse() throws IOException {
        try (StartTlsServer server = new StartTlsServer()) {
            Outcome outcome = carry(server(server.port(), Security.STARTTLS, null), message("x", "maria@example.com"));
            assertThat(outcome).isEqualTo(new Outcome.Delivered());
            assertThat(server.inTheClear).hasSize(2).last().isEqualTo("STARTTLS");
            assertThat(server.secured).contains("RCPT TO:<maria@example.com>", "Subject: x");
        }
    }

    /** A server without it gets no mail in the clear when STARTTLS was asked for. */
    @Test
    void aServerWithoutStartTlsGetsNothingInTheClear() {
        Outcome outcome =
                carry(server(mails.getSmtp().getPort(), Security.STARTTLS, null), message("x", "maria@example.com"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.problem()).contains("STARTTLS"));
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        var carrier = new MailCarrier(
                SECRETS,
                () -> Letters.with(server(mails.getSmtps().getPort(), Security.TLS, null)),
                null,
                Duration.ofSeconds(2));
        assertThat(carrier.carry(message("x", "maria@example.com"), NOON)).isInstanceOf(Outcome.Later.class);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldWithoutThePassword() {
        mails.setUser("maria@example.com", "bell", "another");
        Outcome outcome =
                carry(server(mails.getSmtps().getPort(), Security.TLS, "bell"), message("x", "maria@example.com"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.problem()).doesNotContain("geheim!"));
    }

    @Test
    void noHeaderIsAddedByALineInASubjectOrAnAddress() throws Exception {
        carry(plain(), message("Hello\r\nBcc: evil@example.com\r\n\r\nbody", "maria@example.com"));
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Hello Bcc: evil@example.com body");
        assertThat(mail.getHeader("Bcc")).isNull();
        for (String bad : new String[] {
            "maria@example.com\r\nBcc: evil@example.com", "a@b.com, evil@example.com", "maria", "x@y\u0000.com"
        }) {
            assertThat(carry(plain(), message("x", bad))).as(bad).isInstanceOf(Outcome.Never.class);
        }
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void anAddressMayBeAReferenceAndIsNotShown() {
        assertThat(carry(plain(), message("x", "${env:BOSS}"))).isEqualTo(new Outcome.Delivered());
        assertThat(mails.getReceivedMessagesForDomain("boss@example.com")).hasSize(1);
    }

    @Test
    void aServerThatIsDownOrSilentIsTriedAgain() throws IOException {
        int port = mails.getSmtp().getPort();
        mails.stop();
        assertThat(carry(server(port, Security.NONE, null), message("x", "maria@example.com")))
                .isInstanceOf(Outcome.Later.class);
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Outcome outcome =
                    carry(server(silent.getLocalPort(), Security.NONE, null), message("x", "maria@example.com"));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Later.class,
                            later -> assertThat(later.problem()).contains("timed out"));
        }
        assertThat(carry(null, message("x", "maria@example.com")))
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.problem()).contains("mail: { host"));
    }
}
