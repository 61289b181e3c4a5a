package io.kouan.platform.transmission;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses from which an interface channel sends (访问地址白名单): one, or a block such as {@code 203.0.113.0/24}. Bits behind the
 * prefix do not matter.
 *
 * @param bits how many leading bits an address shares with the first
 */
public record AddressBlock(InetAddress first, int bits) {

    /** The block that is written like that. */
    public static AddressBlock parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("no address: " + text));
    }

    /** The block that is written like that; empty where nothing is. */
    public static Optional<AddressBlock> find(String text) {
        var parts = text.strip().split("/", 2);
        try {
            var address = InetAddress.ofLiteral(parts[0]);
            int most = address.getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new AddressBlock(address, bits));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    boolean holds(InetAddress address) {
        var own = first.getAddress();
        var other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        var text = first.getHostAddress();
        return bits == first.getAddress().length * 8 ? text : text + "/" + bits;
    }
}
