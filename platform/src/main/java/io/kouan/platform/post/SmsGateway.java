package io.kouan.platform.post;

import java.util.UUID;

/**
 * The way to people's telephones (短信网关). Whoever runs the port contributes a bean that speaks to the provider at hand; without one,
 * and outside the sandbox, it is only logged that a message would have gone out.
 */
public interface SmsGateway {

    /**
     * Sends a message. Returns when the provider has taken it and throws otherwise; then it is tried again.
     *
     * @param id the same at each attempt, for providers that tell repetitions
     */
    void send(UUID id, String number, String text);
}
