package io.kouan.platform.transmission;

/**
 * A transmission channel (传输通道): a DXP ID that belongs to one enterprise and is opened by an API key.
 *
 * @param customsCode customs registration code (海关注册编码) of the enterprise
 * @param creditCode unified social credit code (统一社会信用代码) of the enterprise
 * @param name registered Chinese name of the enterprise
 * @param trial whether it is the test channel (联调环境) beside the live one: what comes through it has no effect
 */
public record Channel(
        String dxpId, long enterpriseId, String customsCode, String creditCode, String name, boolean trial) {

    /** A live one. */
    public Channel(String dxpId, long enterpriseId, String customsCode, String creditCode, String name) {
        this(dxpId, enterpriseId, customsCode, creditCode, name, false);
    }

    /** Whether a code in a message names the enterprise of this channel; both kinds of codes are in use. */
    public boolean isOf(String code) {
        return code.equals(customsCode) || code.equals(creditCode);
    }
}
