package io.bellwether.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "168.63.129.16",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "64:ff9b:1::808:808",
                "2001::1",
                "2001:2::1",
                "2001:20::1",
                "3fff::1",
                "2001:db8::1",
                "ff02::1",
                "::127.0.0.1"
            })
    void areNotPublic(String text) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "11.0.0.1",
                "192.169.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00:1450:4001::200e",
                "64:ff9b::808:808"
            })
    void arePublic(String text) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(text))).isTrue();
    }

    @Test
    void addressesOfHooksAreTakenApart() {
        assertThat(HookAddress.parse("https://hooks.example.com/a/b?c=d%20e#f"))
                .isEqualTo(new HookAddress(true, "hooks.example.com", 443, "/a/b?c=d%20e"));
        assertThat(HookAddress.parse("http://[::1]:8080")).isEqualTo(new HookAddress(false, "[::1]", 8080, "/"));
        for (String bad : List.of(
                "ftp://x/",
                "https://",
                "hooks.example.com",
                "https://me:secret@host/",
                "https://host/a b",
                "https://host/\r\nHost: evil",
                "file:///etc/passwd",
                "https://a_b/")) {
            assertThat(HookAddress.parse(bad)).as(bad).isNull();
        }
    }

    /** A name that stands for a private address and a public one leads to the public one only. */
    @Test
    void onlyAPublicAddressOfANameIsReached() throws UnknownHostException {
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        InetAddress outside = InetAddress.getByName("8.8.8.8");
        HookAddress hook = HookAddress.parse("https://hooks.example.com/");
        assertThat(hook).isNotNull();
        assertThat(hook.reachable(h -> new InetAddress[] {inside, outside}, List.of()))
                .isEqualTo(outside);
        assertThat(hook.reachable(h -> new InetAddress[] {inside}, List.of())).isNull();
        assertThat(hook.reachable(h -> new InetAddress[] {inside}, List.of("Hooks.Example.com")))
                .isEqualTo(inside);
    }

    /** However an address of this machine is written, it is this machine's, or no address at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "017700000001",
                "127.1",
                "0",
                "127.0.0.1.",
                "localhost",
                "localhost.",
                "LOCALHOST",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[fe80::1%25lo]",
                "①27.0.0.1",
                "127。0。0。1"
            })
    void noSpellingReachesThisMachine(String host) {
        assertThat(reached(host)).as(host).isNull();
    }

    /** With a zero in front we read what we connect to, a public address, where others would read octal. */
    @Test
    void zerosInFrontAreNotOctal() throws UnknownHostException {
        assertThat(reached("0177.0.0.1")).isEqualTo(InetAddress.getByAddress(new byte[] {(byte) 177, 0, 0, 1}));
    }

    private static @Nullable InetAddress reached(String host) {
        HookAddress hook = HookAddress.parse("http://" + host + ":8080/");
        try {
            return hook == null ? null : hook.reachable(InetAddress::getAllByName, List.of());
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }
}
