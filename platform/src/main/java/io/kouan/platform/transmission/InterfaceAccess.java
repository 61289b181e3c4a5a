package io.kouan.platform.transmission;

import java.net.InetAddress;
import java.util.List;

/**
 * How far the interface (接口) of a channel is (handbook S11), and from where it sends.
 *
 * @param reason why it is suspended; empty where it is not
 * @param permitted source addresses (访问地址白名单)
 */
public record InterfaceAccess(State state, String reason, List<AddressBlock> permitted) {

    /** Nobody has asked for it. */
    public static final InterfaceAccess NONE = new InterfaceAccess(State.NONE, "", List.of());

    public InterfaceAccess {
        permitted = List.copyOf(permitted);
    }

    /** 接口状态 */
    public enum State {
        /** 未接入 */
        NONE,
        /** 联调中: the test channel is open, the live one is not */
        TESTING,
        /** 已开通 */
        LIVE,
        /** 已暂停 */
        SUSPENDED
    }

    boolean admits(InetAddress source) {
        return permitted.stream().anyMatch(block -> block.holds(source));
    }
}
