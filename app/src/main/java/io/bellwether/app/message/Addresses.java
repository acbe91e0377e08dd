package io.bellwether.app.message;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Which network addresses are public: a hook must not reach what only our own network can. */
final class Addresses {
    /** Networks that no public host has, as address and length. */
    private static final int[][] CLOSED = {
        {0, 0, 0, 0, 8},
        {10, 0, 0, 0, 8},
        {100, 64, 0, 0, 10},
        {127, 0, 0, 0, 8},
        {168, 63, 129, 16, 32},
        {169, 254, 0, 0, 16},
        {172, 16, 0, 0, 12},
        {192, 0, 0, 0, 24},
        {192, 0, 2, 0, 24},
        {192, 88, 99, 0, 24},
        {192, 168, 0, 0, 16},
        {198, 18, 0, 0, 15},
        {198, 51, 100, 0, 24},
        {203, 0, 113, 0, 24},
        {224, 0, 0, 0, 3},
    };

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int address = number(bytes);
        for (int[] net : CLOSED) {
            int mask = -1 << (32 - net[4]);
            int first = net[0] << 24 | net[1] << 16 | net[2] << 8 | net[3];
            if ((address & mask) == (first & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Of the newer kind only 2000::/3 is public; what carries an older address is as public as that. */
    private static boolean isPublic6(byte[] bytes) {
        if (begins(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (begins(bytes, 0x20, 0x02)) {
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean protocols = begins(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0;
        boolean examples = begins(bytes, 0x20, 0x01, 0x0d, 0xb8) || begins(bytes, 0x3f, 0xff);
        boolean special = protocols || examples;
        return global && !special;
    }

    private static boolean begins(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes) {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }
}
